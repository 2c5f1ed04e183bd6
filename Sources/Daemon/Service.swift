import Spooling
