namespace CleanApi.WebApi.IntegrationTests.Access.External;

/// <summary>Moves the clock on, which a provider on loopback does not notice: apart from the others.</summary>
public sealed class ExternalExpiryTests(ExternalApi api) : IClassFixture<ExternalApi>
{
    [Fact]
    [Trait("Requirement", "R118")]
    public async Task Who_comes_back_after_ten_minutes_begins_anew()
    {
        using var browser = new Browser(api);
        var callback = await browser.ThroughAsync(Browser.As(await browser.BeginAsync("google"), "late@newcomer.test"));
        api.Clock.Advance(TimeSpan.FromMinutes(10));
        using var response = await browser.ReturnAsync(callback);
        response.Headers.Location!.OriginalString.Should().Be("/auth/error?code=state_mismatch");
    }
}
