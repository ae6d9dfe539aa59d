using CleanApi.Application.Access;
using CleanApi.Application.Common.Concurrency;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Web;
using CleanApi.Infrastructure.Mail;
using CleanApi.Infrastructure.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CleanApi.Infrastructure.Access;

/// <summary>Registers sign-in, sessions and tokens.</summary>
internal static class DependencyInjection
{
    private static readonly TimeSpan ReuseLeeway = TimeSpan.FromSeconds(10);

    /// <summary>Registers the implementations of the ports of Access.</summary>
    /// <exception cref="StartException">A setting is invalid; the message names it.</exception>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = AccessSettings.Read(configuration);
        services.AddSingleton(settings);
        services.AddSingleton(new SessionPolicy(settings.SessionLifetime, settings.RefreshTokenLifetime, ReuseLeeway));
        services.AddSingleton(provider => KeyEncryptionKeys.Load(settings, provider.GetRequiredService<IHostEnvironment>().IsDevelopment()));
        services.AddSingleton<RootKey>();
        services.AddSingleton<IPasswordAlgorithm, PasswordAlgorithm>();
        services.AddSingleton<PasswordMeter>();
        services.AddSingleton<Congestion>();
        services.AddSingleton<PasswordHashQueue>();
        services.AddSingleton<DummyPasswordHash>();
        services.AddScoped<IPasswordHasher, PasswordHasher>();
        services.AddSingleton(settings.PasswordPolicy);
        services.AddSingleton<ICommonPasswords, CommonPasswords>();
        services.AddSingleton<SigningKeyProtector>();
        services.AddSingleton<ISecretProtector, SecretProtector>();
        services.AddSingleton(new SiteAddress(settings.Issuer));
        services.AddSingleton(LinkSettings.Read(configuration, settings.Issuer));
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<IPublishedKeys>(provider => provider.GetRequiredService<SigningKeys>());
        services.AddSingleton<IAccessTokenIssuer, AccessTokenIssuer>();
        services.AddSingleton<VerificationMeter>();
        services.AddSingleton<IAccessTokenReader, AccessTokenReader>();
        services.AddSingleton<IRefreshTokenSecrets, RefreshTokenSecrets>();
        services.AddSingleton<OneTimeTokenSecrets>();
        services.AddScoped<IOneTimeTokens, OneTimeTokens>();
        services.AddSingleton<SignInConcurrencyLimiter>();
        services.AddScoped<IVerificationAttempts, VerificationAttempts>();
        services.AddSingleton(PasskeySettings.Read(configuration, settings.Issuer));
        services.AddScoped<PasskeyUserStore>();
        services.AddScoped<IPasskeyCeremonies, PasskeyCeremonies>();
        services.AddScoped<IPasskeyStore, PasskeyStore>();
        services.AddScoped<IAccountStore, AccountStore>();
        services.AddScoped<ISecondFactors, SecondFactors>();
        services.AddSingleton<RecoveryCodeSecrets>();
        services.AddScoped<IRecoveryCodes, RecoveryCodes>();
        services.AddSingleton<IQrCodes, QrCodes>();
        services.AddScoped<IMfaChallenges, MfaChallenges>();
        services.AddScoped<ISessionStore, SessionStore>();
        services.AddScoped<IRecentAuthentication, RecentAuthentication>();
        services.AddScoped<IRefreshTokenStore, RefreshTokenStore>();
        var external = ExternalSettings.Read(configuration);
        services.AddSingleton(external);
        services.AddProviderClient(external);
        services.AddSingleton<ProviderHttp>();
        services.AddSingleton<IExternalProviders, ExternalProviders>();
        services.AddScoped<IExternalIdentityStore, ExternalIdentityStore>();
        services.AddApiKeys();
        services.AddDataProtectionKeys();
        services.AddHostedService<AccessStartup>();
        services.AddHostedService<AccessHousekeeping>();
        return services;
    }

    private static void AddApiKeys(this IServiceCollection services)
    {
        services.AddSingleton<IApiKeySecrets, ApiKeySecrets>();
        services.AddSingleton<ApiKeyUses>();
        services.AddSingleton<ApiKeyReader>();
        services.AddSingleton<IApiKeyReader>(provider => provider.GetRequiredService<ApiKeyReader>());
        services.AddSingleton<IApiKeyCallerRefresher>(provider => provider.GetRequiredService<ApiKeyReader>());
        services.AddScoped<IApiKeyStore, ApiKeyStore>();
        services.AddHostedService<ApiKeyUseWriter>();
    }

    private static void AddDataProtectionKeys(this IServiceCollection services)
    {
        services.AddSingleton<DataProtectionKeys>();
        // The default is the content root's path, which can differ between instances.
        services.AddDataProtection().SetApplicationName("CleanApi");
        services.AddOptions<KeyManagementOptions>().Configure<DataProtectionKeys>((options, keys) =>
        {
            options.XmlRepository = keys;
            // The repository encrypts; without an encryptor the framework would warn about unencrypted keys.
            options.XmlEncryptor = new NullXmlEncryptor();
        });
    }
}
