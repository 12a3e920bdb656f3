"""A tracker of job applications that says what to do today, from an interview to a contract."""
