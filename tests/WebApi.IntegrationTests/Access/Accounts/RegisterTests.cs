using System.Net;
using CleanApi.WebApi.IntegrationTests.Contract;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class RegisterTests(AccountsApi api) : IClassFixture<AccountsApi>
{
    [Fact]
    public async Task Nothing_is_created_before_the_address_is_proved()
    {
        var email = AccountsApi.NewEmail();
        var before = await CountsAsync();

        (await api.RegisterAsync(email, "Pending Ltd")).Status.Should().Be(HttpStatusCode.Accepted);

        var mail = await api.MailAsync(email, "Confirm your address");
        mail.Text.Should().Contain("    Pending Ltd").And.NotContain("Ada Lovelace", "a stranger can register any name");
        (await CountsAsync()).Should().Be(before);
        (await api.CanSignInAsync(email, AccountsApi.FirstPassword)).Should().BeFalse();
    }

    [Fact]
    public async Task A_known_address_gets_the_same_response_and_a_mail_about_the_existing_account()
    {
        var before = await CountsAsync();

        var known = await api.RegisterAsync(ApiFixture.Member);
        var unknown = await api.RegisterAsync(AccountsApi.NewEmail());

        (known.Status, known.Body.GetRawText()).Should().Be((unknown.Status, unknown.Body.GetRawText()));
        var mail = await api.MailAsync(ApiFixture.Member, "You have an account already");
        mail.Text.Should().Contain("token=").And.Contain("Fresh Ltd");
        (await CountsAsync()).Should().Be(before);
    }

    [Fact]
    public async Task The_same_statements_are_sent_whether_an_address_is_known_or_not()
    {
        await api.RegisterAsync(AccountsApi.NewEmail());
        var unknown = await api.StatementsAsync(() => api.RegisterAsync(AccountsApi.NewEmail()));
        var known = await api.StatementsAsync(() => api.RegisterAsync(ApiFixture.Viewer));
        known.Should().Equal(unknown).And.NotBeEmpty();

        var waiting = AccountsApi.NewEmail();
        await api.RegisterAsync(waiting);
        var resent = await api.StatementsAsync(() => ResendAsync(waiting));
        (await api.StatementsAsync(() => ResendAsync(AccountsApi.NewEmail()))).Should().Equal(resent).And.NotBeEmpty();
        (await api.StatementsAsync(() => ResendAsync(ApiFixture.Viewer))).Should().Equal(resent);
    }

    [Fact]
    public async Task The_link_of_a_pending_registration_comes_again()
    {
        var email = AccountsApi.NewEmail();
        await api.RegisterAsync(email, "Twice Ltd");
        var first = await api.VerificationTokenAsync(email);

        (await ResendAsync(email)).Status.Should().Be(HttpStatusCode.Accepted);

        var second = await api.VerificationTokenAsync(email, 2);
        second.Should().NotBe(first);
        (await api.VerifyAsync(second)).Status.Should().Be(HttpStatusCode.NoContent);
        (await api.VerifyAsync(first, password: null)).Status.Should().Be(HttpStatusCode.UnprocessableEntity, "the registration is complete");
        (await api.CanSignInAsync(email, AccountsApi.FirstPassword)).Should().BeTrue();
    }

    [Fact]
    public async Task Without_a_pending_registration_the_response_is_the_same_and_the_mail_has_no_token()
    {
        var stranger = AccountsApi.NewEmail();

        var (unknown, known) = (await ResendAsync(stranger), await ResendAsync(ApiFixture.Admin));

        (unknown.Status, unknown.Body.GetRawText()).Should().Be((known.Status, known.Body.GetRawText()));
        unknown.Status.Should().Be(HttpStatusCode.Accepted);
        (await api.MailAsync(stranger, "There is no account")).Text.Should().NotContain("token=");
        (await api.MailAsync(ApiFixture.Admin, "You have an account already")).Text.Should().NotContain("token=");
    }

    [Fact]
    [Trait("Requirement", "R245")]
    public async Task A_password_is_none_of_its_fields()
    {
        var (status, body) = await api.PostAsync(
            "/api/auth/register", new { organizationName = "Fresh Ltd", name = "Ada", email = AccountsApi.NewEmail(), password = AccountsApi.FirstPassword });
        (status, body.Text("error.details.0.field"), body.Text("error.details.0.code")).Should().Be((HttpStatusCode.UnprocessableEntity, "password", "UNKNOWN_FIELD"));
    }

    [Theory]
    [Trait("Requirement", "R171")]
    [InlineData("", "BLANK", "Must not be blank")]
    [InlineData("no address", "INVALID_FORMAT", "Invalid email format")]
    [InlineData("ada@localhost", "INVALID_FORMAT", "Invalid email format")]
    [InlineData("256", "TOO_LONG", "Email too long")]
    public async Task An_address_has_to_be_one(string email, string code, string message)
    {
        var (status, body) = await api.RegisterAsync(email == "256" ? new string('a', 244) + "@fresh.test" + "x" : email);

        status.Should().Be(HttpStatusCode.UnprocessableEntity);
        body.Errors().Select(detail => (detail.Text("field"), detail.Text("code"), detail.Text("message"))).Should().Equal(("email", code, message));
    }

    [Fact]
    [Trait("Requirement", "R171")]
    public async Task An_address_is_trimmed_and_in_lower_case()
    {
        var email = AccountsApi.NewEmail();
        (await api.RegisterAsync($"  {email.ToUpperInvariant()} ")).Status.Should().Be(HttpStatusCode.Accepted);
        (await api.VerifyAsync(await api.VerificationTokenAsync(email))).Status.Should().Be(HttpStatusCode.NoContent);
        (await api.ScalarAsync<long>($"select count(*) from users.users where email = '{email}'")).Should().Be(1);
    }

    [Fact]
    public async Task All_errors_are_reported_together()
    {
        var (status, body) = await api.PostAsync("/api/auth/register", new { });
        status.Should().Be(HttpStatusCode.UnprocessableEntity);
        body.Errors().Select(detail => (detail.Text("field"), detail.Text("code"))).Should().BeEquivalentTo(
            [("organizationName", "REQUIRED"), ("name", "REQUIRED"), ("email", "REQUIRED")]);
    }

    [Theory]
    [InlineData("Win at https://evil.test", "Ada", "organizationName")]
    [InlineData("Fresh Ltd", "WWW.evil.test", "name")]
    public async Task Names_that_contain_a_link_are_rejected(string organizationName, string name, string field)
    {
        var (status, body) = await api.RegisterAsync(AccountsApi.NewEmail(), organizationName, name);
        status.Should().Be(HttpStatusCode.UnprocessableEntity);
        body.Errors().Select(detail => (detail.Text("field"), detail.Text("code"))).Should().Equal((field, "INVALID_FORMAT"));
    }

    private Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> ResendAsync(string email) => api.PostAsync("/api/auth/resend-verification", new { email });

    private Task<string?> CountsAsync() => api.ScalarAsync<string>(
        "select concat((select count(*) from organizations.organizations), ' ', (select count(*) from users.users), ' ', (select count(*) from access.accounts))");
}
