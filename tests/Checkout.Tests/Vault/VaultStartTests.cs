using System.Text;
using System.Xml.Linq;
using Checkout.Core.SavedCards;
using Checkout.Core.Tokens;
using Checkout.Vault;
using Checkout.Vault.Keys;

namespace Checkout.Tests.Vault;

public sealed class VaultStartTests
{
    private static readonly CardOwner Owner = new(1010, "shopper-1", 7);
    private static readonly TokenTarget Target = new(1010, 7, 42);

    private readonly MemorySettings _settings = PlainVault.NewSandbox();

    [Fact]
    public void The_second_start_opens_what_the_first_one_sealed()
    {
        var first = PlainVault.OpenSandbox(_settings);
        var stored = _settings.Copy();
        var number = first.Cards.Seal(PlainVault.Card(), Owner);
        var secret = first.Secrets.Seal(1010, SecretKind.MerchantApi, "gabi"u8);

        var second = PlainVault.OpenSandbox(_settings, inUse: true);
        AssertAgree(first, second);
        Assert.Equal("4111111111111111", second.Cards.Open(number, Owner).Digits());
        Assert.Equal("gabi"u8, second.Secrets.Open(1010, SecretKind.MerchantApi, secret));
        foreach (var room in new[] { RingRows.Room, VaultKeys.Room }) Assert.Equal(stored.ReadAll(room), _settings.ReadAll(room));
    }

    [Fact]
    public void Every_purpose_has_a_key_of_its_own()
    {
        var room = PlainVault.OpenSandbox(_settings);
        Assert.NotEqual(room.PageForms.Of("x"u8), room.Requests.Of("x"u8));
        var words = Enum.GetValues<TokenPurpose>().Select(purpose => room.Tokens.Seal(purpose, Target)).ToList();
        Assert.Equal(words.Count, words.Distinct().Count());
        var keys = Keys();
        Assert.Equal(Purposes.OfNewVault.Count, Purposes.OfNewVault.Select(name => Convert.ToHexString(keys[name])).Distinct().Count());
    }

    [Fact]
    public void Two_stores_have_nothing_in_common()
    {
        var other = PlainVault.OpenSandbox(PlainVault.NewSandbox());
        var number = other.Cards.Seal(PlainVault.Card(), Owner);
        Assert.Throws<VaultRefusedException>(() => PlainVault.OpenSandbox(_settings).Cards.Open(number, Owner));
    }

    [Fact]
    public void Lost_ring_keys_stop_the_start()
    {
        PlainVault.OpenSandbox(_settings);
        _settings.Lose(RingRows.Room, "ring.1");
        var before = _settings.Copy();
        Assert.Contains("the key ring that opens them is gone. Restore the key ring", PlainVault.RefusedSandbox(_settings));
        Assert.Equal(before.ReadAll(RingRows.Room), _settings.ReadAll(RingRows.Room));
    }

    [Fact]
    public void A_lost_sandbox_certificate_stops_the_start()
    {
        PlainVault.OpenSandbox(_settings);
        _settings.Lose(RingRows.Room, "sandbox.certificate");
        Assert.Contains("The certificate does not open the key ring", PlainVault.RefusedSandbox(_settings));
    }

    [Fact]
    public void A_store_in_use_without_keys_stops_the_start_and_gets_no_new_ones()
    {
        Assert.Contains("the vault's keys are gone", PlainVault.RefusedSandbox(_settings, inUse: true));
        Assert.Empty(_settings.ReadAll(VaultKeys.Room));
        Assert.Equal(["sandbox.certificate"], _settings.ReadAll(RingRows.Room).Keys);
    }

    [Fact]
    public void Each_lost_or_damaged_key_stops_the_start()
    {
        PlainVault.OpenSandbox(_settings);
        foreach (var name in Purposes.OfNewVault)
        {
            var lost = _settings.Copy();
            lost.Lose(VaultKeys.Room, name);
            Assert.Contains($"key {name} is missing", PlainVault.RefusedSandbox(lost));

            var swapped = _settings.Copy();
            var other = Purposes.OfNewVault.First(any => any != name);
            swapped.Write(VaultKeys.Room, name, _settings.ReadAll(VaultKeys.Room)[other]);
            Assert.Contains($"does not open the vault's key {name}", PlainVault.RefusedSandbox(swapped));

            var damaged = _settings.Copy();
            damaged.Write(VaultKeys.Room, name, "not base64!");
            Assert.Contains($"does not open the vault's key {name}", PlainVault.RefusedSandbox(damaged));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    public void A_canary_that_does_not_sing_stops_the_start(string canary)
    {
        PlainVault.OpenSandbox(_settings);
        _settings.Write(VaultKeys.Room, Purposes.Canary, canary);
        Assert.Contains("do not open the canary", PlainVault.RefusedSandbox(_settings));
    }

    [Fact]
    public void A_canary_of_another_vault_stops_the_start()
    {
        PlainVault.OpenSandbox(_settings);
        var other = PlainVault.NewSandbox();
        PlainVault.OpenSandbox(other);
        _settings.Write(VaultKeys.Room, Purposes.Canary, other.ReadAll(VaultKeys.Room)[Purposes.Canary]);
        Assert.Contains("do not open the canary", PlainVault.RefusedSandbox(_settings));
    }

    [Fact]
    public void A_damaged_ring_stops_the_start()
    {
        PlainVault.OpenSandbox(_settings);
        var ring = _settings.ReadAll(RingRows.Room)["ring.1"];
        foreach (var damaged in new[] { "", "<key", "<key/>", ring.Replace("<CipherValue>", "<CipherValue>AA", StringComparison.Ordinal) })
        {
            _settings.Write(RingRows.Room, "ring.1", damaged);
            Assert.Contains("restore the key ring from the last backup", PlainVault.RefusedSandbox(_settings));
        }
    }

    [Fact]
    public void A_first_start_that_was_cut_short_is_completed()
    {
        PlainVault.OpenSandbox(_settings);
        var whole = _settings.ReadAll(VaultKeys.Room);
        var kept = Purposes.OfNewVault.Take(3).ToList();
        foreach (var name in whole.Keys.Except(kept)) _settings.Lose(VaultKeys.Room, name);

        PlainVault.OpenSandbox(_settings);
        foreach (var name in kept) Assert.Equal(whole[name], _settings.ReadAll(VaultKeys.Room)[name]);
    }

    [Fact]
    public void Servers_that_start_together_agree_on_one_vault()
    {
        for (var round = 0; round < 3; round++)
        {
            // The first round makes the certificate together too.
            var settings = round == 0 ? new MemorySettings() : PlainVault.NewSandbox();
            var rooms = new VaultRoom[3];
            using var together = new Barrier(rooms.Length);
            var threads = Enumerable.Range(0, rooms.Length).Select(i => new Thread(() =>
            {
                together.SignalAndWait();
                rooms[i] = PlainVault.OpenSandbox(settings);
            })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
            foreach (var room in rooms) AssertAgree(rooms[0], room);
            AssertAgree(rooms[0], PlainVault.OpenSandbox(settings));
            Assert.Equal(["ring.1", "sandbox.certificate"], settings.ReadAll(RingRows.Room).Keys.Order());
        }
    }

    [Fact]
    public void Nothing_in_the_store_shows_a_key()
    {
        PlainVault.OpenSandbox(_settings);
        var stored = string.Concat(_settings.ReadAll(RingRows.Room).Where(row => row.Key != "sandbox.certificate").Select(row => row.Value))
            + string.Concat(_settings.ReadAll(VaultKeys.Room).Values);
        var keys = Keys();
        foreach (var name in Purposes.OfNewVault)
        {
            Assert.Equal(32, keys[name].Length);
            AssertAbsent(keys[name], stored);
        }

        var ring = XElement.Parse(_settings.ReadAll(RingRows.Room)["ring.1"]);
        var parts = ring.Descendants().Select(part => part.Name.LocalName).ToList();
        Assert.Contains("encryptedSecret", parts);
        Assert.DoesNotContain("masterKey", parts);
    }

    private static void AssertAbsent(byte[] key, string stored)
    {
        Assert.DoesNotContain(Convert.ToHexString(key), stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToBase64String(key).TrimEnd('='), stored, StringComparison.Ordinal);
        foreach (var run in stored.Split('<', '>', '"', '=').Where(run => run.Length >= 40))
        {
            var bytes = new byte[run.Length];
            if (Convert.TryFromBase64String(run.PadRight((run.Length + 3) / 4 * 4, '='), bytes, out var count))
                Assert.Equal(-1, bytes.AsSpan(0, count).IndexOf(key));
        }

        Assert.Equal(-1, Encoding.Latin1.GetBytes(stored).AsSpan().IndexOf(key));
    }

    private static void AssertAgree(VaultRoom one, VaultRoom two)
    {
        Assert.Equal("4111111111111111", two.Cards.Open(one.Cards.Seal(PlainVault.Card(), Owner), Owner).Digits());
        Assert.Equal(one.Cards.Fingerprint(1010, PlainVault.Card()), two.Cards.Fingerprint(1010, PlainVault.Card()));
        Assert.Equal(one.Cards.Fingerprint(1010, OldToken.Of("old")!), two.Cards.Fingerprint(1010, OldToken.Of("old")!));
        foreach (var purpose in Enum.GetValues<TokenPurpose>()) Assert.Equal(one.Tokens.Seal(purpose, Target), two.Tokens.Seal(purpose, Target));
        Assert.Equal(one.PageForms.Of("x"u8), two.PageForms.Of("x"u8));
        Assert.Equal(one.Requests.Of("x"u8), two.Requests.Of("x"u8));
        Assert.Equal("s"u8, two.Secrets.Open(1, SecretKind.MerchantApi, one.Secrets.Seal(1, SecretKind.MerchantApi, "s"u8)));
    }

    private VaultKeys Keys()
    {
        using var certificate = SandboxCertificate.Take(_settings);
        using var ring = new KeyRing(new RingRows(_settings), certificate);
        return VaultKeys.Open(_settings.ReadAll(VaultKeys.Room), ring);
    }
}
