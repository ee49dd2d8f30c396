"""Text to zones, sentences, quantities, dates, speakers and claims; pure."""
