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
    // WebAuthn Level 3, section 5.8.4; what else a browser says is not kept.
    private static readonly string[] KnownTransports = ["ble", "hybrid", "internal", "nfc", "smart-card", "usb"];

    private readonly ILogger logger = loggers.CreateLogger<PasskeyCeremonies>();

    // Not the request: which site and which host counts is for the settings to say, and for nothing that a client sends.
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
            new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential, AttestationState = state });
        if (!result.Succeeded)
        {
            LogRefused(result.Failure.Message);
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
            new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential, AssertionState = state });
        if (result.Succeeded)
        {
            return new AssertedPasskey(result.User.Id, result.Passkey.CredentialId, result.Passkey.SignCount, result.Passkey.IsBackedUp);
        }

        LogRefused(result.Failure.Message);
        return null;
    }

    private PasskeyHandler<Account> Handler(UserManager<Account> users) => new(users, Options.Create(new IdentityPasskeyOptions
    {
        ServerDomain = settings.RelyingPartyId ?? throw PasskeyErrors.Unavailable(),
        AuthenticatorTimeout = PasskeyChallenge.Lifetime,
        // A passkey stands for two factors: having it, and being or knowing what unlocks it.
        UserVerificationRequirement = "required",
        // Whoever signs in has not said who they are: the authenticator has to know.
        ResidentKeyRequirement = "required",
        // Which make the authenticator is of is no condition, and nothing we would want to know.
        AttestationConveyancePreference = "none",
        ValidateOrigin = origin => ValueTask.FromResult(!origin.CrossOrigin && settings.Origins.Contains(origin.Origin, StringComparer.Ordinal)),
    }));

    // Without hashers, validators and token providers: the handler finds accounts and passkeys, and nothing else.
    private UserManager<Account> Users() => new(
        store, Options.Create(new IdentityOptions()), null!, [], [], null!, new IdentityErrorDescriber(), services,
        loggers.CreateLogger<UserManager<Account>>());

    [LoggerMessage(Level = LogLevel.Information, Message = "A passkey was refused: {Reason}")]
    private partial void LogRefused(string reason);
}
