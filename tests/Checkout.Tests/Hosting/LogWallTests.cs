using System.Collections.Concurrent;
using Checkout.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Checkout.Tests.Hosting;

public sealed class LogWallTests
{
    private const string Address = "/pay/0123456789ABCDEF0123456789ABCDEF";

    [Theory]
    [InlineData("Logging:LogLevel:Default=Trace")]
    [InlineData("Logging:LogLevel:Microsoft=Trace")]
    [InlineData("Logging:LogLevel:Microsoft.AspNetCore=Information")]
    [InlineData("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Information")]
    [InlineData("Logging:LogLevel:*Diagnostics=Information", "Logging:LogLevel:*LogicalHandler=Trace")]
    [InlineData("Logging:LogLevel:Microsoft.*.Diagnostics=Trace", "Logging:LogLevel:System.*=Trace")]
    [InlineData("Logging:Captor:LogLevel:Default=Information")]
    [InlineData("Logging:Captor:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Trace", "Logging:Captor:LogLevel:System.Net.Http.HttpClient=Trace")]
    [InlineData("Logging:Captor:IncludeScopes=true", "Logging:CaptureScopes=true", "Logging:LogLevel:Default=Trace")]
    public void No_configuration_brings_an_address_into_a_log(params string[] settings)
    {
        var captor = new Captor();
        using var services = Logging(captor, settings);
        var factory = services.GetRequiredService<ILoggerFactory>();
        foreach (var talkative in new[] { "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing", "System.Net.Http.HttpClient.NoticePost.LogicalHandler" })
        {
            Write(factory.CreateLogger(talkative), LogLevel.Information, Address);
            Write(factory.CreateLogger(talkative), LogLevel.Warning, "a warning");
        }

        using (factory.CreateLogger("Microsoft.AspNetCore.Hosting").BeginScope(new Dictionary<string, object> { ["RequestPath"] = Address }))
            Write(factory.CreateLogger("Checkout.Web.Ours"), LogLevel.Information, "our own line");

        Assert.DoesNotContain(captor.Lines, line => line.Contains(Address, StringComparison.Ordinal));
        Assert.Equal(3, captor.Lines.Count(line => line.Contains("a warning", StringComparison.Ordinal)));
        Assert.Single(captor.Lines, line => line.Contains("our own line", StringComparison.Ordinal));
    }

    [Fact]
    public void The_levels_of_our_own_lines_stay_the_operators_choice()
    {
        var captor = new Captor();
        using var services = Logging(captor, "Logging:LogLevel:Default=Warning", "Logging:LogLevel:Checkout.Web.Loud=Debug");
        var factory = services.GetRequiredService<ILoggerFactory>();
        Write(factory.CreateLogger("Checkout.Web.Quiet"), LogLevel.Information, "quiet");
        Write(factory.CreateLogger("Checkout.Web.Loud"), LogLevel.Debug, "loud");
        Assert.Equal("loud", Assert.Single(captor.Lines));
    }

    private static ServiceProvider Logging(Captor captor, params string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddCommandLine([.. settings.Select(s => "--" + s)]).Build();
        return new ServiceCollection()
            .AddLogging(logging => logging.AddConfiguration(configuration.GetSection("Logging")).AddProvider(captor))
            .KeepAddressesOutOfLogs().BuildServiceProvider();
    }

    private static void Write(ILogger log, LogLevel level, string text) => log.Log(level, 0, text, null, (line, _) => line);

    /// <summary>Keeps each line with the scopes around it, as a console does that was told to include them.</summary>
    [ProviderAlias("Captor")]
    private sealed class Captor : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider? _scopes;

        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Pen(this);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public void Dispose()
        {
        }

        private sealed class Pen(Captor captor) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var line = formatter(state, exception);
                captor._scopes?.ForEachScope((scope, _) => line += string.Join(' ', scope as IEnumerable<KeyValuePair<string, object>> ?? []), 0);
                captor.Lines.Enqueue(line);
            }
        }
    }
}
