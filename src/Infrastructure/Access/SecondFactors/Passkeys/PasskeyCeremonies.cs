using System.Text.Json.Nodes;
using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="IPasskeyCeremonies" />
internal sealed partial class PasskeyCeremonies(PasskeySettings settings, PasskeyUserStore store, IServiceProvider services, ILoggerFactory loggers)
    : IPasskeyCeremonies
{
    // WebAuthn Level 3, section 5.8.4; other values are dropped.
    private static readonly string[] KnownTransports = ["ble", "hybrid", "internal", "nfc", "smart-card", "usb"];

    private const string ExtensionResults = "clientExtensionResults";

    private readonly ILogger logger = loggers.CreateLogger<PasskeyCeremonies>();

    // Not the current request's context: the relying party and the origins come from the settings, never from a Host header.
    private readonly HttpContext http = new DefaultHttpContext { RequestServices = services };

    /// <inheritdoc />
    public async Task<PasskeyCeremony> BeginRegistrationAsync(AccountId accountId, string name, string displayName, CancellationToken cancellationToken)
    {
        using var users = Users();
        var user = new PasskeyUserEntity { Id = accountId.ToString(), Name = name, DisplayName = displayName };
        var begun = await Handler(users).MakeCreationOptionsAsync(user, http);
        return new PasskeyCeremony(begun.CreationOptionsJson, begun.AttestationState!);
    }

    /// <inheritdoc />
    public async Task<AttestedPasskey?> FinishRegistrationAsync(string credential, string state, CancellationToken cancellationToken)
    {
        using var users = Users();
        var result = await Handler(users).PerformAttestationAsync(
            new PasskeyAttestationContext { HttpContext = http, CredentialJson = Complete(credential), AttestationState = state });
        if (!result.Succeeded)
        {
            LogRejected(result.Failure.Message);
            return null;
        }

        var passkey = result.Passkey;
        return TypeId.TryParse(result.UserEntity.Id, out AccountId accountId)
            ? new AttestedPasskey(accountId, new PasskeyCredential(
                passkey.CredentialId,
                passkey.PublicKey,
                passkey.SignCount,
                string.Join(',', KnownTransports.Intersect(passkey.Transports ?? [], StringComparer.Ordinal)),
                passkey.IsUserVerified,
                passkey.IsBackupEligible,
                passkey.IsBackedUp))
            : null;
    }

    /// <inheritdoc />
    public async Task<PasskeyCeremony> BeginSignInAsync(AccountId? accountId, CancellationToken cancellationToken)
    {
        using var users = Users();
        var user = accountId is { } id ? await store.FindByIdAsync(id.ToString(), cancellationToken) : null;
        var begun = await Handler(users).MakeRequestOptionsAsync(user, http);
        return new PasskeyCeremony(begun.RequestOptionsJson, begun.AssertionState!);
    }

    /// <inheritdoc />
    public async Task<AssertedPasskey?> FinishSignInAsync(string credential, string state, CancellationToken cancellationToken)
    {
        using var users = Users();
        var result = await Handler(users).PerformAssertionAsync(
            new PasskeyAssertionContext { HttpContext = http, CredentialJson = Complete(credential), AssertionState = state });
        if (result.Succeeded)
        {
            return new AssertedPasskey(result.User.Id, result.Passkey.CredentialId, result.Passkey.SignCount, result.Passkey.IsBackedUp);
        }

        LogRejected(result.Failure.Message);
        return null;
    }

    // The handler insists on a member that it does not look at, and that clients leave out where no extension was asked for.
    private static string Complete(string credential)
    {
        if (JsonNode.Parse(credential) is not JsonObject members || members[ExtensionResults] is not null)
        {
            return credential;
        }

        members[ExtensionResults] = new JsonObject();
        return members.ToJsonString();
    }

    private PasskeyHandler<Account> Handler(UserManager<Account> users) => new(users, Options.Create(new IdentityPasskeyOptions
    {
        ServerDomain = settings.RelyingPartyId ?? throw PasskeyErrors.Unavailable(),
        AuthenticatorTimeout = PasskeyChallenge.Lifetime,
        // A passkey counts as two factors, possession and the biometric or PIN that unlocks it.
        UserVerificationRequirement = "required",
        // Sign-in starts without a user name: the credential must be discoverable.
        ResidentKeyRequirement = "required",
        // The authenticator's model is not restricted.
        AttestationConveyancePreference = "none",
        ValidateOrigin = origin => ValueTask.FromResult(!origin.CrossOrigin && settings.Origins.Contains(origin.Origin, StringComparer.Ordinal)),
    }));

    // Without hashers, validators and token providers: the handler only looks up accounts and passkeys.
    private UserManager<Account> Users() => new(
        store, Options.Create(new IdentityOptions()), null!, [], [], null!, new IdentityErrorDescriber(), services,
        loggers.CreateLogger<UserManager<Account>>());

    [LoggerMessage(Level = LogLevel.Debug, Message = "A passkey was rejected: {Reason}")]
    private partial void LogRejected(string reason);
}
