namespace Checkout.CrashTests.Durability;

/// <summary>The reading of a trace can tell right from wrong.</summary>
public sealed class SystemCallsTests
{
    private const string Sync = "11 fdatasync(9</data/checkout.db-wal>) = 0";
    private const string Send = "12 sendmsg(70<TCP:[127.0.0.1:45001->127.0.0.1:21001]>, {msg_iov=[{iov_base=\"POST /v1/payments HTTP/1.1\\r\\n\"}]}, 0) = 700";
    private const string Answer = "13 sendmsg(71<TCP:[127.0.0.1:22000->127.0.0.1:45900]>, {msg_iov=[{iov_base=\"HTTP/1.1 201 Created\\r\\n\"}]}, 0) = 900";

    [Fact]
    public void Intent_call_outcome_answer_is_the_order()
    {
        var calls = Read(Sync, Send, Sync, Answer, Sync, Send, Sync, Answer);
        Assert.Equal((4, 2, 2), (calls.Syncs, calls.Sent, calls.Answered));
        Assert.Empty(calls.TooEarly);
    }

    [Fact]
    public void Whatever_goes_out_before_the_disk_has_it_is_found()
    {
        Assert.Equal(Send, Read(Send, Sync, Sync, Answer).TooEarly.Single());
        Assert.Equal(Answer, Read(Sync, Send, Answer, Sync).TooEarly.Single());
        Assert.Equal(Send, Read(Sync, Send, Sync, Answer, Send, Sync, Answer).TooEarly.Single());
    }

    [Theory]
    [InlineData("11 fdatasync(9</data/checkout.db-wal>) = -1 EIO (Input/output error) (INJECTED)")]
    [InlineData("11 fdatasync(9</data/simulator.db-wal>) = 0")]
    [InlineData("11 write(9</data/checkout.db-wal>, \"\", 4096) = 4096")]
    public void Only_a_sync_of_the_archive_that_succeeds_counts(string call) => Assert.Equal(Send, Read(call, Send, Sync, Answer).TooEarly.Single());

    [Fact]
    public void Addresses_of_the_newer_kind_are_read_too() =>
        Assert.Single(Read(Send.Replace("TCP:[127.0.0.1:45001->127.0.0.1:21001]", "TCPv6:[[::ffff:127.0.0.1]:45001->[::ffff:127.0.0.1]:21001]", StringComparison.Ordinal)).TooEarly);

    [Fact]
    public void A_sync_counts_from_its_end_and_a_call_from_its_beginning()
    {
        const string Begun = "11 fdatasync(9</data/checkout.db-wal> <unfinished ...>";
        const string Ended = "11 <... fdatasync resumed>) = 0";
        Assert.Empty(Read(Begun, Ended, Send, Sync, Answer).TooEarly);
        Assert.Single(Read(Begun, Send, Ended, Answer).TooEarly);

        const string Sending = "12 sendmsg(70<TCP:[127.0.0.1:45001->127.0.0.1:21001]>, {msg_iov=[{iov_base=\"POST /v1/payments HTTP/1.1\\r\\n\"}]}, 0 <unfinished ...>";
        Assert.Single(Read(Sending, Sync, "12 <... sendmsg resumed>) = 700", Answer).TooEarly);
    }

    private static SystemCalls Read(params string[] lines) => SystemCalls.Read(lines, upstreamPort: 21001, ownPort: 22000);
}
