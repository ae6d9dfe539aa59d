using System.Diagnostics;
using System.Globalization;
using CleanApi.WebApi.IntegrationTests.Access.External;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

/// <summary>The receivers in docs/guides/webhooks.md work.</summary>
[Trait("Requirement", "R258")]
public sealed class WebhookGuideTests(DeliveriesApi api) : IClassFixture<DeliveriesApi>
{
    private static readonly string Root = StandardWebhooks.Root(new DirectoryInfo(AppContext.BaseDirectory));

    private static readonly string Guide = File.ReadAllText(Path.Combine(Root, "docs", "guides", "webhooks.md"));

    [Fact]
    public void The_verifier_of_the_guide_is_the_one_that_the_tests_use()
    {
        var used = File.ReadAllText(Path.Combine(Root, "tests", "WebApi.IntegrationTests", "Webhooks", "WebhookVerifier.cs"));

        Block("csharp").Should().Be(used.Replace($"namespace {typeof(WebhookGuideTests).Namespace};\n\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_receiver_in_Node_takes_what_is_sent_and_nothing_else()
    {
        await StandardWebhooks.InstallAsync();
        var program = Path.Combine(StandardWebhooks.Folder, "node_modules", "guide.mjs");
        await File.WriteAllTextAsync(program, Block("js"));
        var port = NodeProcess.FreePort().ToString(CultureInfo.InvariantCulture);
        var (path, secret) = await api.CreateAsync($"http://127.0.0.1:{port}/", "post.*");
        using var process = Process.Start(new ProcessStartInfo("node", [program])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["WEBHOOK_SECRET"] = secret, ["PORT"] = port },
        })!;
        try
        {
            using var client = new HttpClient();
            await Probe.UntilAsync("it listens, and refuses what is not signed", async () => await StatusAsync(client, $"http://127.0.0.1:{port}/") == 401);
            await api.TestAsync(path);
            (await api.DeliveryAsync(path, one => one.Text("status") == "DELIVERED")).At("responseStatus").GetInt32().Should().Be(204);
            (await process.StandardOutput.ReadLineAsync()).Should().StartWith("webhook_endpoint.tested.v1 {\"webhookEndpointId\":\"whk_");
        }
        finally
        {
            process.Kill();
        }
    }

    [Theory]
    [InlineData("99999999999999999", "v1,AAAA")]
    [InlineData("-1", "v1,AAAA")]
    [InlineData(null, null)]
    [InlineData("1800000000", null)]
    [InlineData("1800000000", "v1,")]
    [InlineData("1800000000", "v1,no base64!")]
    [InlineData("1800000000", "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=")]
    public void The_verifier_says_no_to_headers_that_are_malformed(string? timestamp, string? signatures) => WebhookVerifier.Verify(
        $"whsec_{Convert.ToBase64String(new byte[32])}", "dlv_1", timestamp, signatures, "{}", DateTimeOffset.FromUnixTimeSeconds(1_800_000_000)).Should().BeFalse();

    private static async Task<int?> StatusAsync(HttpClient client, string url)
    {
        try
        {
            using var response = await client.PostAsync(new Uri(url), new StringContent("{}"));
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static string Block(string language)
    {
        var begin = Guide.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return Guide[begin..Guide.IndexOf("```", begin, StringComparison.Ordinal)];
    }
}
