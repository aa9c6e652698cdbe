"""What people do with findings: decide about files, accept, dismiss."""
