using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class VerifyEmailTests(AccountsApi api) : IClassFixture<AccountsApi>
{
    private static readonly string Unknown = "tok_" + new string('A', 43);

    [Fact]
    public async Task The_link_creates_the_organization_its_administrator_and_their_account()
    {
        var email = await api.RegisteredAsync("  Verified Ltd ", " Grace Hopper");

        var (access, _) = await api.SessionAsync(email);
        using var client = api.CreateClient(access);
        var me = await client.JsonAsync("/api/v1/me?include=organization");
        (me.Text("data.attributes.email"), me.Text("data.attributes.name"), me.Text("data.attributes.role"), me.Text("data.attributes.status"))
            .Should().Be((email, "Grace Hopper", "ADMIN", "ACTIVE"));
        (await client.JsonAsync("/api/v1/organization")).Text("data.attributes.name").Should().Be("Verified Ltd");
        (await client.JsonAsync("/api/v1/users")).At("data").GetArrayLength().Should().Be(1);
    }

    [Fact]
    [Trait("Requirement", "R238")]
    public async Task It_is_audited_in_the_new_organization_and_sends_a_welcome_mail()
    {
        var email = await api.RegisteredAsync("Audited Ltd");

        (await api.AuditedAsync(email, "account.registered")).Should().Be(1);
        var mail = await api.MailAsync(email, "Welcome");
        mail.Text.Should().Contain("Audited Ltd").And.Contain("/auth/signin");
    }

    [Fact]
    public async Task A_link_is_accepted_once()
    {
        var email = AccountsApi.NewEmail();
        await api.RegisterAsync(email);
        var token = await api.VerificationTokenAsync(email);

        (await api.VerifyAsync(token)).Status.Should().Be(HttpStatusCode.NoContent);
        ShouldBeRejected(await api.VerifyAsync(token));
    }

    [Fact]
    public async Task Of_concurrent_uses_one_succeeds()
    {
        var email = AccountsApi.NewEmail();
        await api.RegisterAsync(email);
        var token = await api.VerificationTokenAsync(email);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => api.VerifyAsync(token)));

        answers.Count(answer => answer.Status == HttpStatusCode.NoContent).Should().Be(1);
        answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity).Should().Be(9);
        (await CountAsync(email)).Should().Be(1);
    }

    [Fact]
    [Trait("Requirement", "R245")]
    public async Task Of_two_registrations_of_one_address_the_password_is_that_of_whoever_opens_the_link()
    {
        var email = AccountsApi.NewEmail();
        await api.RegisterAsync(email, "Victim Ltd");
        await api.RegisterAsync(email, "Attacker Ltd", "Mallory");
        await api.PostAsync("/api/auth/resend-verification", new { email });
        var mails = new[] { await api.MailAsync(email, "Confirm"), await api.MailAsync(email, "Confirm", 2), await api.MailAsync(email, "Confirm", 3) };
        mails.Count(mail => mail.Text.Contains("Victim Ltd")).Should().Be(2, "a later registration of the address does not replace what comes again");

        (await api.VerifyAsync(mails.First(mail => mail.Text.Contains("Victim Ltd")).Token)).Status.Should().Be(HttpStatusCode.NoContent);

        (await api.CanSignInAsync(email, AccountsApi.FirstPassword)).Should().BeTrue();
        // The other one stands, and adds to the account: whoever opens it does.
        (await api.VerifyAsync(mails.Single(mail => mail.Text.Contains("Attacker Ltd")).Token, password: null)).Status.Should().Be(HttpStatusCode.NoContent);
        ShouldBeRejected(await api.VerifyAsync(mails.Last(mail => mail.Text.Contains("Victim Ltd")).Token, password: null));
        (await api.CanSignInAsync(email, AccountsApi.FirstPassword)).Should().BeTrue();
        (await CountAsync(email)).Should().Be(2);
    }

    [Fact]
    public async Task Of_two_registrations_of_one_address_that_are_completed_at_the_same_time_one_creates_the_account()
    {
        var email = AccountsApi.NewEmail();
        await api.RegisterAsync(email, "One Ltd");
        await api.RegisterAsync(email, "Other Ltd");
        var tokens = new[] { await api.VerificationTokenAsync(email), await api.VerificationTokenAsync(email, 2) };

        var answers = await Task.WhenAll(tokens.Select(token => api.VerifyAsync(token)));

        answers.Select(answer => answer.Status).Should().BeEquivalentTo([HttpStatusCode.NoContent, HttpStatusCode.Conflict]);
        answers.Single(answer => answer.Status == HttpStatusCode.Conflict).Body.Text("error.details.0.code").Should().Be("ACCOUNT_EXISTS");
        var late = Array.FindIndex(answers, answer => answer.Status == HttpStatusCode.Conflict);
        (await api.VerifyAsync(tokens[late], password: null)).Status.Should().Be(HttpStatusCode.NoContent, "the link is still good");
        (await CountAsync(email)).Should().Be(2);
    }

    [Fact]
    [Trait("Requirement", "R245")]
    public async Task A_password_is_needed_where_the_address_has_no_account_and_a_missing_or_weak_one_leaves_the_link_good()
    {
        var email = AccountsApi.NewEmail();
        await api.RegisterAsync(email, "Harbour Works");
        var token = await api.VerificationTokenAsync(email);

        foreach (var (password, code) in new[] { (null, "REQUIRED"), ("short", "TOO_SHORT"), ("My harbour 1", "TOO_PERSONAL") })
        {
            var (status, body) = await api.VerifyAsync(token, password);
            (status, body.Text("error.details.0.field"), body.Text("error.details.0.code")).Should().Be((HttpStatusCode.UnprocessableEntity, "password", code));
        }

        (await api.VerifyAsync(token)).Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    [Trait("Requirement", "R246")]
    public async Task An_address_with_an_account_gets_a_further_organization_and_keeps_its_password()
    {
        var email = await api.RegisteredAsync("First Ltd");
        await api.RegisterAsync(email, "Second Ltd", "Ada Byron");
        var token = (await api.MailAsync(email, "You have an account already")).Token;

        var (status, body) = await api.VerifyAsync(token, AccountsApi.NextPassword);
        (status, body.Text("error.details.0.code")).Should().Be((HttpStatusCode.Conflict, "ACCOUNT_EXISTS"));
        (await api.VerifyAsync(token, password: null)).Status.Should().Be(HttpStatusCode.NoContent);
        ShouldBeRejected(await api.VerifyAsync(token, password: null));

        (await api.CanSignInAsync(email, AccountsApi.NextPassword)).Should().BeFalse();
        var (access, _) = await api.SessionAsync(email);
        using var client = api.CreateClient(access);
        var organizations = await client.JsonAsync("/api/v1/me/organizations");
        organizations.At("data").EnumerateArray().Select(one => (one.Text("attributes.name"), one.Text("attributes.role"), one.At("attributes.current").GetBoolean()))
            .Should().Equal(("First Ltd", "ADMIN", true), ("Second Ltd", "ADMIN", false));
    }

    [Fact]
    public async Task A_link_lasts_for_a_day()
    {
        var email = AccountsApi.NewEmail();
        await api.RegisterAsync(email);
        var token = await api.VerificationTokenAsync(email);

        api.Clock.Advance(TimeSpan.FromHours(24));

        ShouldBeRejected(await api.VerifyAsync(token));
        (await CountAsync(email)).Should().Be(0);
    }

    [Fact]
    [Trait("Requirement", "R245")]
    public async Task A_user_whom_an_administrator_has_created_meanwhile_claims_nothing()
    {
        var email = AccountsApi.NewEmail();
        await api.RegisterAsync(email, "In Time Ltd");
        var token = await api.VerificationTokenAsync(email);
        using var admin = api.CreateClient(await api.SignInAsync(ApiFixture.Admin));
        using var added = await admin.PostJsonAsync("/api/v1/users", new { email, name = "Added" });
        added.StatusCode.Should().Be(HttpStatusCode.Created);

        (await api.VerifyAsync(token)).Status.Should().Be(HttpStatusCode.NoContent);

        var (access, _) = await api.SessionAsync(email);
        using var client = api.CreateClient(access);
        (await client.JsonAsync("/api/v1/me/organizations")).At("data").EnumerateArray().Select(one => one.Text("attributes.name")).Should().Equal("In Time Ltd");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("tok_")]
    public async Task A_malformed_token_is_rejected_like_an_unknown_one(string token)
    {
        var (malformed, unknown) = (await api.VerifyAsync(token), await api.VerifyAsync(Unknown));
        ShouldBeRejected(malformed);
        (malformed.Body.Text("error.message"), malformed.Body.At("error.details").GetRawText())
            .Should().Be((unknown.Body.Text("error.message"), unknown.Body.At("error.details").GetRawText()));
    }

    [Fact]
    public async Task A_link_for_another_purpose_is_rejected()
    {
        var email = await api.RegisteredAsync();
        ShouldBeRejected(await api.VerifyAsync(await api.ResetTokenAsync(email)));
    }

    private static void ShouldBeRejected((HttpStatusCode Status, JsonElement Body) answer)
    {
        (answer.Status, answer.Body.Text("error.code"), answer.Body.Text("error.details.0.field"), answer.Body.Text("error.details.0.code"))
            .Should().Be((HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR", "token", "INVALID_VALUE"));
        answer.Body.Text("error.details.0.message").Should().StartWith("This link is not valid any more");
    }

    private Task<long> CountAsync(string email) => api.ScalarAsync<long>(
        $"select count(*) from access.memberships m join access.accounts a on a.id = m.account_id where a.email = '{email}' and m.deleted_at is null");
}
