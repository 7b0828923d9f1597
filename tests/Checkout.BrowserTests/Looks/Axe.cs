using System.Text.Json;
using OpenQA.Selenium.Chrome;

namespace Checkout.BrowserTests.Looks;

/// <summary>Runs axe-core in a page, with its rules for WCAG 2.0, 2.1 and 2.2 to level AA and for good practice.</summary>
public static class Axe
{
    private const string Run = """
        const done = arguments[arguments.length - 1];
        axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
          .then(found => done(JSON.stringify(found.violations.map(v => v.id + ': ' + v.help + '\n  ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).join('\n  ')))),
                trouble => done(JSON.stringify(['axe did not run: ' + trouble])));
        """;

    private static readonly string Source = ReadSource();

    /// <summary>What is wrong with the page, one sentence each; empty when nothing is.</summary>
    public static IReadOnlyList<string> Violations(ChromeDriver driver)
    {
        driver.ExecuteScript(Source);
        return JsonSerializer.Deserialize<string[]>((string)driver.ExecuteAsyncScript(Run)!)!;
    }

    private static string ReadSource()
    {
        using var source = new StreamReader(typeof(Axe).Assembly.GetManifestResourceStream("axe.min.js")!);
        return source.ReadToEnd();
    }
}
