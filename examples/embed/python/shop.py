"""The same in Python, through tenon.py beside it: python3 shop.py LIBRARY"""
import sys

import tenon

library = tenon.load(sys.argv[1])

with tenon.Store(library, ":memory:", actor="shop", seconds=0.5, megabytes=64) as shop:
    print(shop.eval("customers:create{code = 'C-001', name = '中国航发', level = 'B'} return customers:count()"))
    shop.eval("customers:get('C-001').level = 'A'")
    for change in shop.changes:
        print(change["field"], change["before"], "->", change["after"])
    shop.undo(shop.run)
    print(shop.eval("customers:get('C-001').level"))
    try:
        shop.eval("customers:get('C-001').level = 'D'\nwhile true do end")
    except tenon.Failure as failure:
        print(failure.code, "at", failure.chunk, failure.line)
