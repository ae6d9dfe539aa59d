using System.Net;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.WebApi.IntegrationTests.Access.People;
using CleanApi.WebApi.IntegrationTests.Invitations;

namespace CleanApi.WebApi.IntegrationTests.Access.Refusals;

/// <summary>The API with people of whom something is refused, and its audit log.</summary>
public sealed class RefusalApi : PeopleApi
{
    /// <summary>Sends a request and reads what identifies it.</summary>
    public static async Task<(string RequestId, int Status)> RefuseAsync(HttpClient client, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body) };
        using var response = await client.SendAsync(request);
        return (response.Headers.GetValues("X-Request-ID").Single(), (int)response.StatusCode);
    }

    /// <summary>The same, posted by nobody.</summary>
    public Task<(string RequestId, int Status)> RefuseAsync(string path, object body) => RefuseAsync(Anonymous, HttpMethod.Post, path, body);

    /// <summary>Somebody with an organization of their own.</summary>
    public async Task<RefusedPerson> PersonAsync()
    {
        var email = await RegisteredAsync();
        return new RefusedPerson(email, await this.StoredUserIdAsync(email), await this.OrganizationOfAsync(email));
    }

    /// <summary>Changes a person's user: <c>role = 'VIEWER'</c>.</summary>
    public Task ChangeAsync(RefusedPerson person, string what) => ExecuteAsync($"update users.users set {what} where email = '{person.Email}'");

    /// <summary>The session that a person has signed in with last.</summary>
    public async Task<string> SessionIdAsync(RefusedPerson person) => new SessionId(await ScalarAsync<Guid>(
        $"""
        select session.id from access.sessions session join users.users person on person.id = session.user_id where person.email = '{person.Email}'
        order by session.id desc limit 1
        """)).ToString();

    /// <summary>Sets up an authenticator app in a session.</summary>
    public async Task<(AuthenticatorApp App, string RecoveryCode)> EnrolAsync(HttpClient client)
    {
        using var begun = await client.PostJsonAsync(SecondFactorApi.TotpPath, new { });
        var app = new AuthenticatorApp((await begun.JsonAsync()).Text("data.attributes.secret")!, Clock);
        using var confirmed = await client.PostJsonAsync($"{SecondFactorApi.TotpPath}/confirm", new { code = app.Code() });
        var body = await confirmed.JsonAsync();
        confirmed.StatusCode.Should().Be(HttpStatusCode.OK, body.ToString());
        return (app, body.Text("data.attributes.codes.0")!);
    }

    /// <summary>Signs in with the first factor.</summary>
    public async Task<string> ChallengeAsync(RefusedPerson person) =>
        (await PostAsync("/api/auth/login", new { email = person.Email, password = FirstPassword })).Body.Text("data.attributes.mfaToken")!;

    /// <summary>Creates an API key; its id and text.</summary>
    public async Task<(string Id, string Key)> KeyAsync(RefusedPerson person, object? body = null)
    {
        using var client = await SignedInAsync(person.Email);
        using var created = await client.PostJsonAsync(ApiKeysApi.Keys, body ?? new { name = "Import" });
        var json = await created.JsonAsync();
        created.StatusCode.Should().Be(HttpStatusCode.Created, json.ToString());
        return (json.Text("data.id")!, json.Text("data.attributes.key")!);
    }

    /// <summary>Invites a new address; the invitation's id and the token of its link.</summary>
    public async Task<(string Id, string Token, string Email)> InvitedAsync(RefusedPerson by, string? email = null)
    {
        var address = email ?? NewEmail();
        var id = await InviteAsync(by.Email, address);
        return (id, await this.InvitationTokenAsync(address), address);
    }

    /// <summary>What <see cref="RefusalLog.EntriesAsync"/> has to return.</summary>
    public static string Expected(Refused refused) =>
        $"{refused.Action} {(refused.IsDenied ? "DENIED" : "FAILED")} {refused.Reason} in {refused.Organization ?? default(OrganizationId).ToString()} by {refused.Actor ?? "nobody"} on {refused.Target ?? "nothing"}";
}
