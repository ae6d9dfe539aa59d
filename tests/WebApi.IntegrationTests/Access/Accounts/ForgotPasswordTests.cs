using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed partial class ForgotPasswordTests(AccountsApi api) : IClassFixture<AccountsApi>
{
    [Fact]
    public async Task Known_unknown_and_deactivated_addresses_get_the_same_response()
    {
        var deactivated = await DeactivatedAsync();

        var answers = new[] { await AskAsync(ApiFixture.Member), await AskAsync(AccountsApi.NewEmail()), await AskAsync(deactivated) };

        answers.Select(answer => (answer.Status, answer.Body.GetRawText())).Distinct().Should().Equal((HttpStatusCode.Accepted, "null"));
    }

    [Fact]
    public async Task Only_who_may_use_it_gets_a_link()
    {
        var (stranger, deactivated) = (AccountsApi.NewEmail(), await DeactivatedAsync());
        await AskAsync(stranger);
        await AskAsync(deactivated);
        await AskAsync(ApiFixture.Member);

        (await api.MailAsync(stranger, "There is no account")).Text.Should().NotContain("token=");
        (await api.MailAsync(deactivated, "Your account is deactivated")).Text.Should().NotContain("token=");
        (await api.MailAsync(ApiFixture.Member, "Set another password")).Text.Should().Contain("/auth/reset-password?token=tok_");
    }

    [Fact]
    public async Task The_same_statements_are_sent_in_any_case()
    {
        var deactivated = await DeactivatedAsync();
        var known = await api.StatementsAsync(() => AskAsync(ApiFixture.Admin));
        known.Should().NotBeEmpty();
        (await api.StatementsAsync(() => AskAsync(AccountsApi.NewEmail()))).Should().Equal(known);
        (await api.StatementsAsync(() => AskAsync(deactivated))).Should().Equal(known);
    }

    [Fact]
    public async Task Responses_differ_only_in_their_id_and_time()
    {
        var (known, unknown) = (await HeadersAsync(ApiFixture.Viewer), await HeadersAsync(AccountsApi.NewEmail()));
        known.Should().Be(unknown);
    }

    [Theory]
    [InlineData("", "BLANK")]
    [InlineData("nobody", "INVALID_FORMAT")]
    public async Task An_address_has_to_be_one(string email, string code)
    {
        var (status, body) = await AskAsync(email);
        (status, body.Text("error.details.0.field"), body.Text("error.details.0.code")).Should().Be((HttpStatusCode.UnprocessableEntity, "email", code));
    }

    private Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(string email) => api.PostAsync("/api/auth/forgot-password", new { email });

    private async Task<string> HeadersAsync(string email)
    {
        using var response = await api.SendAsync(HttpMethod.Post, "/api/auth/forgot-password", new { email });
        return Differing().Replace($"{response.Headers}{response.Content.Headers}", "");
    }

    private async Task<string> DeactivatedAsync()
    {
        var email = AccountsApi.NewEmail();
        using var admin = api.CreateClient(await api.SignInAsync(ApiFixture.Admin));
        using var added = await admin.PostJsonAsync("/api/v1/users", new { email, name = "Some Body" });
        using var deactivated = await admin.PostJsonAsync($"/api/v1/users/{(await added.JsonAsync()).Text("data.id")}/deactivate", new { });
        deactivated.StatusCode.Should().Be(HttpStatusCode.OK);
        await api.GiveAccountAsync(email);
        return email;
    }

    [GeneratedRegex("req_[0-9a-z]{26}|Date: .*|X-Response-Time: .*|Server-Timing: .*", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Differing();
}
