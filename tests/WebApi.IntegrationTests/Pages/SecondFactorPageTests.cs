using CleanApi.WebApi.IntegrationTests.Access;

namespace CleanApi.WebApi.IntegrationTests.Pages;

/// <summary>The page for the second factor; what it does is the API's, and tested there.</summary>
public sealed class SecondFactorPageTests(SecondFactorApi api) : IClassFixture<SecondFactorApi>
{
    private const string Page = "/auth/second-factor";
    private const string Again = "/auth/signin?notice=sign-in-again";

    [Fact]
    public async Task A_wrong_code_marks_its_field_and_says_how_often_one_can_try()
    {
        const string email = "user01@acme.test";
        var (app, _) = await api.EnrolAsync(email);
        using var browser = await BeginAsync(email);
        var page = await browser.GoAsync(Page + "?returnUrl=/docs");
        page.Body.Should().Contain($"You sign in as <strong>{email}</strong>").And.Contain($"name=\"username\" value=\"{email}\"")
            .And.MatchRegex("<input id=\"code\"[^>]* autocomplete=\"one-time-code\" inputmode=\"numeric\"[^>]* autofocus");

        var wrong = await browser.SubmitAsync(Page, ("code", app.WrongCode()), ("returnUrl", "/docs"));

        wrong.Status.Should().Be(401);
        wrong.Body.Should().Contain("You can try 4 more times").And.Contain("name=\"returnUrl\" value=\"/docs\"")
            .And.MatchRegex("<input id=\"code\"[^>]* aria-describedby=\"problem code-hint\" aria-invalid=\"true\" autofocus");
        var code = app.Code();
        var right = await browser.SubmitAsync(Page, ("code", $"{code[..3]} {code[3..]}"), ("returnUrl", "/docs"));
        (right.Status, right.Header("Location")).Should().Be((303, "/docs"));
    }

    [Fact]
    [Trait("Requirement", "R247")]
    public async Task A_fresh_proof_is_one_of_the_factor_and_no_password_is_asked_for()
    {
        const string email = "user09@acme.test", proof = "/auth/reauthenticate";
        var (app, codes) = await api.EnrolAsync(email);
        using var browser = await BeginAsync(email);
        (await browser.SubmitAsync(Page, ("code", app.Code()))).Status.Should().Be(303);

        (await browser.GoAsync(proof)).Body.Should().Contain("name=\"code\"").And.NotContain("name=\"password\"").And.NotContain("your password instead");
        (await browser.SubmitAsync(proof, ("password", ApiFixture.Password))).Status.Should().Be(422);
        (await browser.GoAsync($"{proof}?method=recovery_code&returnUrl=/docs")).Body.Should().Contain("Recovery code");
        var proved = await browser.SubmitAsync(proof, ("code", codes[0]), ("returnUrl", "/docs"));
        (proved.Status, proved.Header("Location")).Should().Be((303, "/docs"));
    }

    [Fact]
    public async Task After_five_wrong_codes_it_leads_to_a_new_sign_in_and_never_claims_that_a_code_could_help()
    {
        const string email = "user02@acme.test";
        var (app, _) = await api.EnrolAsync(email);
        using var browser = await BeginAsync(email);
        Http.Answer answer = null!;
        for (var i = 0; i < 4; i++)
        {
            answer = await browser.SubmitAsync(Page, ("code", app.WrongCode()));
        }

        answer.Body.Should().Contain("You can try once more");
        answer = await browser.SubmitAsync(Page, ("code", app.WrongCode()), ("username", email), ("returnUrl", "/docs"));

        (answer.Status, answer.Header("Location")).Should().Be((303, $"{Again}&email=user02%40acme.test&returnUrl=%2Fdocs"));
        browser.Cookies.Should().BeEmpty();
        (await browser.GoAsync(answer.Header("Location")!)).Body.Should().Contain("too many wrong codes. Sign in again").And.Contain($"value=\"{email}\"");
        var next = await browser.SubmitAsync("/auth/signin", ("email", email), ("password", ApiFixture.Password));
        next.Header("Location").Should().Be(Page);
        (await browser.SubmitAsync(Page, ("code", app.Code()))).Header("Location").Should().Be("/auth/signed-in");
    }

    [Fact]
    public async Task A_sign_in_that_has_expired_leads_to_a_new_one_when_it_is_opened()
    {
        const string email = "user03@acme.test";
        await api.EnrolAsync(email);
        using var browser = await BeginAsync(email);
        (await browser.GoAsync(Page)).Status.Should().Be(200);

        api.Clock.Advance(TimeSpan.FromMinutes(6));

        var late = await browser.GoAsync(Page + "?returnUrl=/docs");
        (late.Status, late.Header("Location")).Should().Be((303, $"{Again}&returnUrl=%2Fdocs"));
    }

    [Fact]
    public async Task A_recovery_code_is_a_choice_of_its_own()
    {
        const string email = "user04@acme.test";
        var (_, codes) = await api.EnrolAsync(email);
        using var browser = await BeginAsync(email);
        (await browser.GoAsync(Page)).Body.Should().Contain($"href=\"{Page}?method=recovery_code\"").And.NotContain("Recovery code</label>");

        var page = await browser.GoAsync($"{Page}?method=recovery_code");
        page.Body.Should().Contain("Recovery code</label>").And.NotContain("one-time-code").And.Contain("Use your authenticator app instead");
        var wrong = await browser.SubmitAsync(Page, ("method", "recovery_code"), ("code", "aaaa-aaaa-aaaa-aaaa"));
        wrong.Body.Should().Contain("Recovery code</label>").And.MatchRegex("<input id=\"code\"[^>]* aria-invalid=\"true\" autofocus");

        (await browser.SubmitAsync(Page, ("method", "recovery_code"), ("code", codes[0]))).Header("Location").Should().Be("/auth/signed-in");
    }

    [Fact]
    public async Task A_method_that_the_person_does_not_have_is_not_asked_for()
    {
        const string email = "user05@acme.test";
        await api.EnrolAsync(email);
        using var browser = await BeginAsync(email);

        (await browser.GoAsync($"{Page}?method=passkey")).Body.Should().Contain("one-time-code").And.NotContain("data-passkey=");
    }

    [Fact]
    public async Task Whoever_has_to_wait_is_told_how_long()
    {
        const string email = "user06@acme.test";
        var (app, _) = await api.EnrolAsync(email);
        using var browser = await BeginAsync(email);
        for (var i = 0; i < 10; i++)
        {
            if (i == 5)
            {
                await browser.SubmitAsync("/auth/signin", ("email", email), ("password", ApiFixture.Password));
            }

            await browser.SubmitAsync(Page, ("code", app.WrongCode()));
        }

        await browser.SubmitAsync("/auth/signin", ("email", email), ("password", ApiFixture.Password));
        var page = await browser.SubmitAsync(Page, ("code", app.Code()));

        (page.Status, page.Header("Retry-After")).Should().Be((429, "60"));
        page.Body.Should().Contain("There were too many attempts. Wait 60 seconds, then try again.").And.Contain("name=\"code\"");
    }

    private async Task<Browser> BeginAsync(string email)
    {
        var browser = new Browser(api);
        var answer = await browser.SubmitAsync("/auth/signin", ("email", email), ("password", ApiFixture.Password));
        answer.Header("Location").Should().Be(Page);
        return browser;
    }
}
