using System.Net;
using CleanApi.WebApi.IntegrationTests.Access.People;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>The API with people who change their address.</summary>
public sealed class EmailChangeApi : PeopleApi
{
    /// <summary>The path of a request.</summary>
    public const string Path = "/api/v1/me/email";

    /// <summary>The path of a confirmation.</summary>
    public const string ConfirmPath = "/api/auth/confirm-email";

    /// <summary>Asks for another address.</summary>
    public static async Task<HttpStatusCode> AskAsync(HttpClient client, string email)
    {
        using var response = await client.PostJsonAsync(Path, new { email });
        return response.StatusCode;
    }

    /// <summary>Asks for another address and returns the token that is mailed there.</summary>
    public async Task<string> TokenToAsync(HttpClient client, string email, int number = 1)
    {
        (await AskAsync(client, email)).Should().Be(HttpStatusCode.Accepted);
        return (await MailAsync(email, "Confirm your new address", number)).Token;
    }

    /// <summary>Uses a token; status, and reason or field of a refusal.</summary>
    public async Task<(HttpStatusCode Status, string? Code)> ConfirmAsync(string token)
    {
        using var response = await SendAsync(HttpMethod.Post, ConfirmPath, new { token });
        return await RefusalAsync(response);
    }

    /// <summary>Changes the address of a signed-in person.</summary>
    public async Task ChangeAsync(HttpClient client, string email)
    {
        (await ConfirmAsync(await TokenToAsync(client, email))).Status.Should().Be(HttpStatusCode.NoContent);
    }

    /// <summary>The token that undoes the nth change of an address.</summary>
    public async Task<string> UndoTokenAsync(string before, int number = 1) => (await MailAsync(before, "Your address was changed", number)).Token;

    /// <summary>A person with an account in a new organization, who is signed in.</summary>
    public async Task<(string Email, HttpClient Client)> PersonAsync(string organization = "Own Ltd")
    {
        var email = await OrganizationAsync(organization);
        return (email, await SignedInAsync(email));
    }

    /// <summary>Lets an account join the organization of an administrator.</summary>
    public async Task JoinAsync(string administrator, string email, HttpClient client)
    {
        await InviteAsync(administrator, email);
        await AcceptOnlyAsync(client);
    }

    /// <summary>How many users that are not deleted have an address.</summary>
    public Task<long> UsersAsync(string email) => ScalarAsync<long>($"select count(*) from users.users where email = '{email}' and deleted_at is null");
}
