/* The functions of tenon.h are written in Swift, in TenonLibrary, whose compiler checks them against the header. */
#include "tenon.h"
