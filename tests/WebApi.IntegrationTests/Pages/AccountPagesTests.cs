namespace CleanApi.WebApi.IntegrationTests.Pages;

/// <summary>Registration and forgotten passwords by page; what they do is the API's, and tested there.</summary>
public sealed class AccountPagesTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string NewPassword = "Quiet7rivers-run";

    [Fact]
    public async Task A_registration_answers_the_same_for_a_known_address()
    {
        using var browser = new Browser(api);

        var unknown = await RegisterAsync(browser, "new@pages.test");
        var known = await RegisterAsync(browser, ApiFixture.Member);

        (unknown.Status, unknown.Header("Location")).Should().Be((303, "/auth/register?sent=1"));
        (known.Status, known.Header("Location"), known.Body).Should().Be((303, "/auth/register?sent=1", unknown.Body));
    }

    [Fact]
    public async Task Opening_the_link_verifies_nothing_and_the_button_does()
    {
        using var browser = new Browser(api);
        await RegisterAsync(browser, "scanned@pages.test");
        var link = (await api.MailAsync("scanned@pages.test", "Confirm")).Link!;
        var token = link.Split("token=")[1];

        (await browser.GoAsync(new Uri(link).PathAndQuery)).Status.Should().Be(200);
        (await browser.GoAsync(new Uri(link).PathAndQuery)).Status.Should().Be(200);
        (await SignInAsync(browser, "scanned@pages.test")).Status.Should().Be(401);

        var weak = await browser.SubmitAsync("/auth/verify-email", ("token", token), ("password", "weak"));
        weak.Status.Should().Be(422);
        weak.Body.Should().Contain("Pages Ltd").And.MatchRegex("<input id=\"password\"[^>]* autofocus");
        var verified = await browser.SubmitAsync("/auth/verify-email", ("token", token), ("password", NewPassword));
        (verified.Status, verified.Header("Location")).Should().Be((303, "/auth/signin?notice=email-verified&email=scanned%40pages.test"));
        (await SignInAsync(browser, "scanned@pages.test")).Status.Should().Be(303);
    }

    [Theory]
    [InlineData(ApiFixture.Viewer)]
    [InlineData("nobody@pages.test")]
    public async Task A_forgotten_password_gets_the_same_response_for_every_address(string email)
    {
        using var browser = new Browser(api);

        var answer = await browser.SubmitAsync("/auth/forgot-password", ("email", email));

        (answer.Status, answer.Header("Location"), answer.Body).Should().Be((303, "/auth/forgot-password?sent=1", ""));
        (await browser.GoAsync(answer.Header("Location")!)).Body.Should().Contain("<h1>Check your inbox</h1>").And.NotContain(email);
    }

    [Fact]
    public async Task A_registration_says_at_each_field_what_is_wrong()
    {
        using var browser = new Browser(api);

        var page = await browser.SubmitAsync("/auth/register", ("name", "Ada"), ("email", "ada"));

        page.Status.Should().Be(422);
        page.Body.Should().Contain("id=\"organizationName-error\"").And.Contain("<li>Invalid email format</li>").And.Contain("value=\"Ada\"");
        page.Body.Should().MatchRegex("<input id=\"organizationName\"[^>]* autofocus").And.NotMatchRegex("<input id=\"email\"[^>]* autofocus");
    }

    [Fact]
    public async Task A_mail_s_link_resets_the_password_once()
    {
        using var browser = new Browser(api);
        await browser.SubmitAsync("/auth/forgot-password", ("email", ApiFixture.OtherAdmin));
        var token = (await api.MailAsync(ApiFixture.OtherAdmin, "password")).Link!.Split("token=")[1];

        var weak = await browser.SubmitAsync("/auth/reset-password", ("token", token), ("password", "weak"));
        weak.Status.Should().Be(422);
        weak.Body.Should().Contain(token).And.MatchRegex("<input id=\"password\"[^>]* autofocus");

        var reset = await browser.SubmitAsync("/auth/reset-password", ("token", token), ("password", NewPassword));
        (reset.Status, reset.Header("Location")).Should().Be((303, "/auth/signin?notice=password-changed&email=admin%40globex.test"));
        (await browser.GoAsync(reset.Header("Location")!)).Body.Should().Contain("Your password is changed").And.Contain("value=\"admin@globex.test\"");
        (await SignInAsync(browser, ApiFixture.OtherAdmin)).Status.Should().Be(303);
        (await browser.SubmitAsync("/auth/reset-password", ("token", token), ("password", NewPassword + "2"))).Status.Should().Be(422);
        var used = await browser.GoAsync($"/auth/reset-password?token={token}");
        used.Status.Should().Be(200, "it is the page that was asked for");
        used.Body.Should().Contain("This link is not valid any more").And.Contain("Get a new link").And.NotContain("name=\"password\"", "no password is asked for in vain");
    }

    [Theory]
    [InlineData("/auth/reset-password", "/auth/forgot-password", ApiFixture.Viewer, "password")]
    [InlineData("/auth/verify-email", "/auth/register", "managed@pages.test", "Confirm")]
    public async Task A_password_manager_learns_whose_password_is_chosen(string page, string asked, string email, string subject)
    {
        using var browser = new Browser(api);
        await browser.SubmitAsync(asked, ("organizationName", "Managed Ltd"), ("name", "Ada King"), ("email", email));
        var token = (await api.MailAsync(email, subject)).Token;

        (await browser.GoAsync($"{page}?token={token}")).Body.Should()
            .Contain($"<input type=\"email\" name=\"username\" value=\"{email}\" autocomplete=\"username\" readonly hidden").And.Contain("autocomplete=\"new-password\"");
    }

    private static Task<Http.Answer> SignInAsync(Browser browser, string email) =>
        browser.SubmitAsync("/auth/signin", ("email", email), ("password", NewPassword));

    private static Task<Http.Answer> RegisterAsync(Browser browser, string email) => browser.SubmitAsync(
        "/auth/register", ("organizationName", "Pages Ltd"), ("name", "Ada King"), ("email", email));
}
