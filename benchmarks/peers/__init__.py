"""What the kiosk is measured beside: two floors that nothing can go below, and two other apps."""
