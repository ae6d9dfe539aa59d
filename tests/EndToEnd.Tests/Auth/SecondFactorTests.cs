using System.Text.Json;
using CleanApi.WebApi.IntegrationTests.Access;

namespace CleanApi.EndToEnd.Tests.Auth;

[Collection(BrowserTests.Name)]
public sealed class SecondFactorTests(Chromium chromium)
{
    [Theory]
    [InlineData("user01@acme.test", true)]
    [InlineData("user02@acme.test", false)]
    public async Task A_code_of_the_app_is_asked_for_and_signs_in(string email, bool scripts)
    {
        var (app, _) = await EnrolAsync(email);
        await using var visit = await chromium.VisitAsync(options => options.JavaScriptEnabled = scripts);
        await visit.Page.GotoAsync("/auth/signin?returnUrl=/docs/errors");
        await visit.FillAsync(("Email", email), ("Password", ApiFixture.Password));
        await visit.PressAsync("Sign in");
        await visit.SeesAsync("Confirm that it is you");
        (await visit.CookiesAsync()).Should().NotContainKey("access_token");
        (await visit.CookiesAsync())["mfa_token"].Should()
            .Match<BrowserContextCookiesResult>(cookie => cookie.HttpOnly && cookie.Secure && cookie.Path == "/auth");
        await visit.ShootAsync("second-factor");

        await visit.FillAsync(("Code", app.WrongCode()));
        await visit.PressAsync("Confirm");
        await visit.HearsAsync(AriaRole.Alert, "Invalid or expired code.");
        await visit.ShootAsync("second-factor-wrong");

        var code = app.Code();
        await visit.FillAsync(("Code", $"{code[..3]} {code[3..]}"));
        await visit.PressAsync("Confirm");
        await visit.SeesAsync("Errors");
        (await visit.CookiesAsync()).Keys.Should().BeEquivalentTo("access_token", "refresh_token");
    }

    [Fact]
    public async Task A_recovery_code_signs_in_too()
    {
        const string email = "user03@acme.test";
        var (_, codes) = await EnrolAsync(email);
        await using var visit = await chromium.VisitAsync();

        await visit.SignInAsync(email);
        await visit.FillAsync(("Code", codes[0]));
        await visit.PressAsync("Confirm");

        await visit.SeesAsync("You are signed in");
    }

    [Fact]
    public async Task Without_a_first_factor_there_is_nothing_to_confirm()
    {
        await using var visit = await chromium.VisitAsync();

        await visit.Page.GotoAsync("/auth/second-factor?returnUrl=/docs/errors");

        await visit.SeesAsync("Sign in");
        await Assertions.Expect(visit.Page.Locator("input[name=returnUrl]")).ToHaveValueAsync("/docs/errors");
    }

    private async Task<(AuthenticatorApp App, IReadOnlyList<string> Codes)> EnrolAsync(string email)
    {
        var site = chromium.Site;
        using var client = site.CreateClient(await site.SignInAsync(email));
        using var begun = await client.PostAsync("/api/v1/me/mfa/totp", null);
        var app = new AuthenticatorApp((await begun.JsonAsync()).Text("data.attributes.secret")!, site.Clock);
        using var confirmed = await client.PostJsonAsync("/api/v1/me/mfa/totp/confirm", new { code = app.Code() });
        JsonElement body = await confirmed.JsonAsync();
        // Each code is good once: on to the middle of the next step.
        site.Clock.Advance(TimeSpan.FromSeconds(40 - (site.Clock.GetUtcNow().ToUnixTimeSeconds() % 30)));
        return (app, [.. body.At("data.attributes.codes").EnumerateArray().Select(code => code.GetString()!)]);
    }
}
