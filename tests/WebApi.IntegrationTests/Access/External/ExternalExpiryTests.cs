namespace CleanApi.WebApi.IntegrationTests.Access.External;

/// <summary>Advances the clock, which the providers on loopback do not see; therefore separate from the other tests.</summary>
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
