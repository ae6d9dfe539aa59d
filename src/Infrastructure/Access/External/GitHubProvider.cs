using System.Globalization;
using System.Text.Json;
using CleanApi.Application.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Infrastructure.Access;

/// <summary>GitHub: OAuth 2.0, and the person from its API, by number: the login can be given to somebody else.</summary>
internal sealed class GitHubProvider(ProviderOptions options, AuthorizationRequest authorization, ProviderHttp http) : IProvider
{
    private readonly OAuthEndpoints endpoints = options.Endpoints!;

    /// <inheritdoc />
    public Task<Uri> AuthorizationUrlAsync(ExternalChallenge challenge, CancellationToken cancellationToken) =>
        Task.FromResult(authorization.Url(endpoints.Authorization, challenge, nonce: null));

    /// <inheritdoc />
    public async Task<ExternalUserInfo> IdentifyAsync(ExternalCallback callback, CancellationToken cancellationToken)
    {
        if (callback.Issuer is { } issuer && issuer != options.Authority)
        {
            throw ProviderAnswer.Wrong("another provider answered");
        }

        var form = authorization.Exchange(AuthorizationRequest.RequireCode(callback), callback.CodeVerifier);
        (form["client_id"], form["client_secret"]) = (options.ClientId, options.ClientSecret);
        // A code that is no good is answered with 200 and an error.
        var tokens = (await http.PostAsync(endpoints.Token, form, basic: null, cancellationToken)).RequireJson(JsonValueKind.Object);
        var accessToken = ProviderAnswer.Text(tokens, "access_token") ?? throw ProviderAnswer.Wrong("the provider gave no access token for the code");

        var user = (await http.GetAsync(endpoints.User, accessToken, cancellationToken)).RequireJson(JsonValueKind.Object);
        // The person can refuse to tell the addresses: who is linked needs none, and who is new is told that one is missing.
        var emails = await http.GetAsync(endpoints.Emails, accessToken, cancellationToken);
        return user.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number) && number > 0
            ? new ExternalUserInfo(options.Authority, number.ToString(CultureInfo.InvariantCulture), emails.IsSuccess ? VerifiedEmail(emails.Json(JsonValueKind.Array)) : null, ProviderAnswer.Text(user, "name"))
            : throw ProviderAnswer.Wrong("the provider did not say who it is");
    }

    private static EmailAddress? VerifiedEmail(JsonElement emails)
    {
        foreach (var entry in emails.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object && Is(entry, "primary") && Is(entry, "verified")))
        {
            if (EmailAddress.TryParse(ProviderAnswer.Text(entry, "email"), out var email))
            {
                return email;
            }
        }

        return null;
    }

    private static bool Is(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
