using System.Text.RegularExpressions;
using CleanApi.WebApi.IntegrationTests.Access;

namespace CleanApi.WebApi.IntegrationTests.Pages;

/// <summary>The page where whoever has no second factor sets up the one that the organization requires.</summary>
public sealed partial class EnrolmentPageTests(SecondFactorApi api) : IClassFixture<SecondFactorApi>
{
    private const string Page = "/auth/set-up-second-factor";

    [Fact]
    public async Task Whoever_must_have_a_factor_sets_one_up_without_a_script_saves_the_codes_and_goes_on()
    {
        await RequireAsync();
        using var browser = new Browser(api);
        var signedIn = await browser.SubmitAsync("/auth/signin", ("email", "user01@acme.test"), ("password", ApiFixture.Password), ("returnUrl", "/docs"));
        (signedIn.Status, signedIn.Header("Location")).Should().Be((303, $"{Page}?returnUrl=%2Fdocs"));
        (await browser.GoAsync("/auth/signed-in")).Header("Location").Should().Be(Page, "nothing else can be done before");
        var page = await browser.GoAsync($"{Page}?returnUrl=/docs");
        page.Body.Should().Contain("Acme requires more than a password").And.Contain("Setting one up needs JavaScript").And.Contain("Sign out");

        var begun = await browser.SubmitAsync(Page, ("step", "begin"), ("returnUrl", "/docs"));
        (begun.Status, begun.Header("Location")).Should().Be((303, $"{Page}?returnUrl=%2Fdocs"));
        page = await browser.GoAsync(begun.Header("Location")!);
        page.Header("Cache-Control").Should().Be("no-store");
        page.Body.Should().Contain("<img class=\"qr\" src=\"data:image/png;base64,").And.Contain("autocomplete=\"one-time-code\"");
        var app = App(page);
        App(await browser.GoAsync($"{Page}?returnUrl=/docs")).Secret.Should().Be(app.Secret, "a reload changes nothing: it is in the app already");

        var wrong = await browser.SubmitAsync(Page, ("step", "confirm"), ("code", app.WrongCode()), ("returnUrl", "/docs"));
        wrong.Status.Should().Be(422);
        wrong.Body.Should().Contain("<li>Wrong code</li>").And.MatchRegex("<input id=\"code\"[^>]* aria-invalid=\"true\" autofocus");
        App(wrong).Secret.Should().Be(app.Secret);

        var code = app.Code();
        var right = await browser.SubmitAsync(Page, ("step", "confirm"), ("code", $"{code[..3]} {code[3..]}"), ("returnUrl", "/docs"));
        right.Status.Should().Be(200);
        right.Header("Cache-Control").Should().Be("no-store");
        var codes = Codes().Matches(right.Body).Select(match => match.Groups["code"].Value).ToList();
        codes.Should().HaveCount(10);
        right.Body.Should().Contain($"href=\"data:text/plain;charset=utf-8,{string.Join("%0A", codes)}%0A\"").And.Contain("name=\"saved\" value=\"yes\" required");

        var renewed = await browser.SubmitAsync("/api/auth/refresh/page", ("saved", "yes"), ("returnUrl", "/docs"));
        (renewed.Status, renewed.Header("Location")).Should().Be((303, "/docs"));
        (await browser.GoAsync("/auth/signed-in")).Status.Should().Be(200);
        (await browser.GoAsync(Page + "?returnUrl=/docs")).Header("Location").Should().Be("/docs", "there is a factor");
    }

    [Fact]
    public async Task Whoever_signed_in_long_ago_proves_first_who_they_are_and_comes_back()
    {
        await RequireAsync();
        using var browser = new Browser(api);
        await browser.SignInAsync("user02@acme.test");
        api.Clock.Advance(TimeSpan.FromMinutes(11));

        var asked = await browser.SubmitAsync(Page, ("step", "begin"), ("returnUrl", "/docs"));

        asked.Header("Location").Should().Be($"/auth/reauthenticate?returnUrl={Uri.EscapeDataString($"{Page}?returnUrl=%2Fdocs")}");
        var proved = await browser.SubmitAsync("/auth/reauthenticate", ("password", ApiFixture.Password), ("returnUrl", $"{Page}?returnUrl=%2Fdocs"));
        proved.Header("Location").Should().Be($"{Page}?returnUrl=%2Fdocs");
        (await browser.SubmitAsync(Page, ("step", "begin"))).Header("Location").Should().Be(Page);
    }

    [Fact]
    public async Task Another_session_of_the_person_does_not_see_the_secret()
    {
        await RequireAsync();
        using var mine = new Browser(api);
        using var stolen = new Browser(api);
        await mine.SignInAsync("user03@acme.test");
        await stolen.SignInAsync("user03@acme.test");
        await mine.SubmitAsync(Page, ("step", "begin"));

        (await mine.GoAsync(Page)).Body.Should().Contain("class=\"key\"");
        (await stolen.GoAsync(Page)).Body.Should().NotContain("class=\"key\"").And.NotContain("data:image");
    }

    [Fact]
    public async Task Nobody_is_confirmed_without_having_begun()
    {
        await RequireAsync();
        using var browser = new Browser(api);
        await browser.SignInAsync("user04@acme.test");

        var page = await browser.SubmitAsync(Page, ("step", "confirm"), ("code", "123456"));

        page.Status.Should().Be(409);
        page.Body.Should().Contain("Begin to set up an authenticator app first.").And.Contain("Set up an authenticator app</button>");
    }

    [Fact]
    public async Task Without_the_refresh_cookie_or_from_another_site_nothing_is_renewed()
    {
        using var browser = new Browser(api);
        (await browser.SubmitAsync("/api/auth/refresh/page", ("returnUrl", "/docs"))).Header("Location").Should().Be("/auth/signin?returnUrl=%2Fdocs");
        await browser.SignInAsync(ApiFixture.OtherAdmin);
        var before = browser.Cookies["refresh_token"];

        var other = await browser.SubmitAsync("/api/auth/refresh/page", [("returnUrl", "/docs")], ("Sec-Fetch-Site", "cross-site"));

        (other.Status, browser.Cookies["refresh_token"]).Should().Be((403, before));
        (await browser.SubmitAsync("/api/auth/refresh/page", ("returnUrl", "//evil.test"))).Header("Location").Should().Be("/auth/signed-in");
        browser.Cookies["refresh_token"].Should().NotBe(before);
    }

    [Fact]
    public async Task Who_is_not_signed_in_signs_in()
    {
        using var browser = new Browser(api);

        (await browser.GoAsync(Page)).Header("Location").Should().Be($"/auth/signin?returnUrl={Uri.EscapeDataString(Page)}");
        var sent = await browser.SubmitAsync(Page, ("step", "begin"));
        (sent.Status, sent.Body.Contains("<h1>You are not signed in</h1>")).Should().Be((401, true));
    }

    private AuthenticatorApp App(Http.Answer page) => new(Key().Match(page.Body).Groups["key"].Value.Replace(" ", "", StringComparison.Ordinal), api.Clock);

    private Task RequireAsync() => api.ExecuteAsync("update organizations.organizations set require_second_factor = true where name = 'Acme'");

    [GeneratedRegex("class=\"key\"><code>(?<key>[A-Z2-7 ]+)</code>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();

    [GeneratedRegex("<li><code>(?<code>[^<]+)</code></li>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Codes();
}
