using Checkout.Core.Desk;
using Checkout.Core.Payments;
using Checkout.Core.Tokens;
using Checkout.Core.Upstream;
using Checkout.Simulation.Rooms;
using Checkout.Simulation.Upstream;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Actors;

/// <summary>A shopper on the page: clicks twice, opens tabs, goes back, takes another card, says yes at the bank too late, gives up.</summary>
internal sealed class Shopper(World world, Chance chance, Payment payment)
{
    private const int MostPages = 8;

    private readonly Client _client = new(world, chance);
    private readonly string _link = PlainTokens.One.Seal(TokenPurpose.PageLink, PageLinks.Of(payment, hidesCards: false));
    private readonly string _return = PlainTokens.One.Seal(TokenPurpose.BankReturn, PageLinks.Of(payment, hidesCards: false));

    public async Task RunAsync()
    {
        for (var i = 0; i < MostPages; i++)
        {
            await world.Timeline.Pause(chance.Seconds(1, 40));
            if (await SeeAsync(server => server.Desk.FindAsync(_link).AsTask()) is not { } turn) continue;
            var goesOn = turn.Payment.Status switch
            {
                PaymentStatus.Open => await PayAsync(turn),
                PaymentStatus.AwaitingShopper => await VisitBankAsync(turn),
                PaymentStatus.Submitting or PaymentStatus.Unknown => !chance.Percent(20),
                _ => false,
            };
            if (!goesOn) return;
        }
    }

    private async Task<Turn?> SeeAsync(Func<Server, Task<Turn?>> ask)
    {
        var turn = await _client.AskAsync(async server =>
        {
            var seen = await ask(server);
            if (seen is not null) world.Checker.Told(seen.Payment, payment.Merchant);
            return seen;
        });
        return turn;
    }

    private async Task<bool> PayAsync(Turn turn)
    {
        var choice = chance.Below(100);
        if (choice < 6) return false;
        if (choice < 12) return await SeeAsync(async server => await server.Desk.CancelAsync(turn)) is null;
        if (choice < 14 && turn.Cards.Count > 0) return await SeeAsync(async server => await server.Desk.RemoveCardAsync(turn, turn.Cards[0].Number)) is not null;

        // A second click, or a second tab with the same form.
        var first = SeeAsync(async server => await server.Desk.PayAsync(turn, Entry(turn, choice)));
        var second = choice % 4 == 0 ? SeeAsync(async server => await server.Desk.PayAsync(turn, Entry(turn, choice))) : null;
        await first;
        if (second is not null) await second;
        return true;
    }

    private static EnteredCard Entry(Turn turn, int choice)
    {
        var entry = new EnteredCard { Version = turn.Payment.Version, Keep = choice % 2 == 0 };
        var saved = turn.Cards.Count > 0 && (choice % 3 > 0 || turn.Payment.Need == CardNeed.SecurityCode) ? turn.Cards[0] : null;
        if (turn.Entry == CardEntry.Theirs) return entry with { SavedCard = saved?.Number };
        return saved is null ? entry with { Typed = Typing.Card(), Code = Typing.Code() } : entry with { SavedCard = saved.Number, Code = Typing.Code() };
    }

    private async Task<bool> VisitBankAsync(Turn turn)
    {
        var choice = chance.Below(100);
        if (choice < 10) return false;
        if (await _client.AskAsync(server => server.Desk.BankPageAsync(turn).AsTask()) is not { } page) return true;
        var reference = page.Url[(page.Url.LastIndexOf('/') + 1)..];
        var decision = chance.Percent(75) ? BankDecision.Approve : chance.Percent(50) ? BankDecision.Refuse : BankDecision.Cancel;

        // The bank's page stays open in another tab whatever happens here.
        var decides = chance.Percent(15) ? chance.Seconds(60, 720) : chance.Seconds(1, 60);
        world.Timeline.After(decides, () => Decide(reference, decision));
        if (choice < 28) return await SeeAsync(async server => await server.Desk.UseAnotherCardAsync(turn)) is not null || chance.Percent(50);
        if (choice < 36) return await SeeAsync(async server => await server.Desk.CancelAsync(turn)) is null;
        await world.Timeline.Pause(decides + chance.Seconds(-1, 5));
        await SeeAsync(server => server.Desk.ReturnedAsync(_return, BroughtBack.Nothing));
        return true;
    }

    private void Decide(string reference, BankDecision decision)
    {
        foreach (var upstream in world.Upstreams) upstream.Decide(reference, decision);
    }
}
