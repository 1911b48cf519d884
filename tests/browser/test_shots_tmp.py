import os, pytest
from tiendo.server.board.tests.story import tell_story
from tiendo.server.accounts.tests.cast import client_of
OUT="/tmp/shots"; os.makedirs(OUT,exist_ok=True)
ONLY=os.environ.get("SHOT","")
@pytest.mark.django_db(transaction=True)
def test_shots(live_server, new_page):
    s=tell_story()
    def page_for(who,width,theme):
        c=client_of(getattr(s.cast,who)); p=new_page(width,theme)
        p.context.add_cookies([{"name":k,"value":v.value,"url":live_server.url} for k,v in c.cookies.items()])
        return p
    for width,theme in ((1440,"light"),(390,"light"),(1440,"dark"),(390,"dark"),(1024,"light")):
        p=page_for("office",width,theme)
        for name,path in (("board",f"/board/{s.ward}/2026/"),("target",f"/targets/{s.targets['2']}/"),("target1",f"/targets/{s.targets['1']}/")):
            if ONLY and not f"{name}-{width}-{theme}".startswith(ONLY): continue
            p.goto(live_server.url+path); print(p.url, p.title(), p.faults); p.screenshot(path=f"{OUT}/first.png"); p.evaluate("document.fonts.ready")
            if name!="board": p.locator("[data-chart] svg").wait_for(timeout=6000); p.locator("#provenance").wait_for()
            p.screenshot(path=f"{OUT}/{name}-{width}-{theme}.png",full_page=True)
            print(name,width,theme,p.faults)
            if name=="board" and width==1440:
                p.locator(".c-act a.src").nth(2).click(); p.locator("#provenance").wait_for(); p.screenshot(path=f"{OUT}/panel-{width}-{theme}.png")
