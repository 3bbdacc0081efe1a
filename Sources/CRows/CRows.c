/* Header only. */
#include "CRows.h"
