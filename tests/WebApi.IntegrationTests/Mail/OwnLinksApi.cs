using CleanApi.WebApi.IntegrationTests.Access;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>The API of an operator who has a front end of their own.</summary>
public sealed class OwnLinksApi : AccountsApi
{
    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Links:VerifyEmail"] = "https://app.acme.test/verify/{token}",
        ["Links:ResetPassword"] = "https://app.acme.test/reset#{token}",
        ["Links:AcceptInvitation"] = "http://localhost:3000/join?t={token}",
        ["Links:ConfirmEmail"] = "https://app.acme.test/confirm?token={token}",
    };
}
