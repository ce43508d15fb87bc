"""Bytes of large bodies are lent out, in order, and never more than there are."""

import asyncio

from webaudit.crawl.memory import Pool


def test_pool() -> None:
    """Who asks for more than is free waits, first come first served, and a cancelled wait costs nothing."""

    async def run() -> list[str]:
        pool, order = Pool(10), []
        first = await pool.lend(6)

        async def ask(name: str, size: int) -> None:
            loan = await pool.lend(size)
            order.append(name)
            await asyncio.sleep(0)
            loan.give_back()
            loan.give_back()

        tasks = [
            asyncio.create_task(ask(name, size)) for name, size in (("a", 8), ("b", 1), ("c", 99), ("d", 10))
        ]
        await asyncio.sleep(0)
        tasks[1].cancel()
        await asyncio.sleep(0)
        assert order == []
        first.give_back()
        await asyncio.gather(*tasks, return_exceptions=True)
        (await pool.lend(10)).give_back()
        return order

    assert asyncio.run(run()) == ["a", "c", "d"]
