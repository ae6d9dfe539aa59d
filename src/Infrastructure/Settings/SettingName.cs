using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Settings;

/// <summary>The name of one of our settings, as in configuration: <c>Auth:External:*:ClientId</c>, where <c>*</c> is a name that the operator gives.</summary>
/// <param name="Key">The name.</param>
/// <param name="IsSecret">Whether <c>…_FILE</c> can name a file that has the value.</param>
public sealed record SettingName(string Key, bool IsSecret = false)
{
    private const string Any = "*";
    private const string File = "_FILE";

    private readonly string[] parts = Key.Split(ConfigurationPath.KeyDelimiter);

    /// <summary>All of them. What is not here is refused.</summary>
    public static IReadOnlyList<SettingName> All { get; } =
    [
        new("ConnectionStrings:CleanApi", IsSecret: true),
        new("ConnectionStrings:CleanApiOwner", IsSecret: true),
        new("Database:MaxPoolSize"),
        new("Database:ConnectTimeoutSeconds"),
        new("Database:StatementTimeoutSeconds"),
        new("Database:LockTimeoutSeconds"),
        new("Database:IdleTransactionTimeoutSeconds"),
        new("Database:SlowQueryMilliseconds"),
        new("Embedded:DataDirectory"),
        new("Auth:Issuer"),
        new("Auth:Audience"),
        new("Auth:AccessTokenMinutes"),
        new("Auth:RefreshTokenDays"),
        new("Auth:SessionDays"),
        new("Auth:PasswordPolicy"),
        new("Auth:Passkeys:RelyingPartyId"),
        new("Auth:Passkeys:Origins"),
        new("Auth:KeyEncryptionKey", IsSecret: true),
        new("Auth:External:AllowedDomains"),
        new("Auth:External:AllowedDomainsProviders"),
        new("Auth:External:TimeoutSeconds"),
        new("Auth:External:TotalTimeoutSeconds"),
        new("Auth:External:*:ClientId"),
        new("Auth:External:*:ClientSecret", IsSecret: true),
        new("Auth:External:*:Authority"),
        new("Auth:External:*:DisplayName"),
        new("Auth:External:*:Scopes"),
        new("Auth:External:*:AuthorizationEndpoint"),
        new("Auth:External:*:TokenEndpoint"),
        new("Auth:External:*:UserEndpoint"),
        new("Auth:External:*:EmailsEndpoint"),
        new("Email:Smtp:Host"),
        new("Email:Smtp:Port"),
        new("Email:Smtp:Username"),
        new("Email:Smtp:Password", IsSecret: true),
        new("Email:Smtp:Security"),
        new("Email:From"),
        new("Email:Directory"),
        new("Email:KeepFailedDays"),
        new("Email:KeepFilesDays"),
        new("Outbound:AllowPrivateNetworks"),
        new("Storage:Root"),
        new("Storage:QuotaMegabytes"),
        new("Storage:ClamAv:Host"),
        new("Storage:ClamAv:Port"),
        new("Webhooks:KeepDays"),
        new("Events:KeepDays"),
        new("Auditing:RetentionMonths"),
        new("Links:VerifyEmail"),
        new("Links:ResetPassword"),
        new("Links:AcceptInvitation"),
        new("Links:ConfirmEmail"),
        new("RateLimiting:Enabled"),
        new("RateLimiting:Store"),
        new("RateLimiting:Api:PermitLimit"),
        new("RateLimiting:Api:WindowSeconds"),
        new("RateLimiting:Auth:PermitLimit"),
        new("RateLimiting:Auth:WindowSeconds"),
        new("RateLimiting:Expensive:PermitLimit"),
        new("RateLimiting:Expensive:WindowSeconds"),
        new("RateLimiting:Organizations:*:Api:PermitLimit"),
        new("RateLimiting:Organizations:*:Api:WindowSeconds"),
        new("RateLimiting:Organizations:*:Auth:PermitLimit"),
        new("RateLimiting:Organizations:*:Auth:WindowSeconds"),
        new("RateLimiting:Organizations:*:Expensive:PermitLimit"),
        new("RateLimiting:Organizations:*:Expensive:WindowSeconds"),
        new("Redis:Configuration", IsSecret: true),
        new("Messaging:RabbitMq:Uri", IsSecret: true),
        new("Overload:MaxConcurrentRequests"),
        new("Overload:QueueLength"),
        new("Overload:MaxWaitSeconds"),
        new("Overload:RequestTimeoutSeconds"),
        new("Streams:MaxConnections"),
        new("Streams:MaxConnectionsPerOrganization"),
        new("Shutdown:DrainSeconds"),
        new("Cors:AllowedOrigins"),
        new("ForwardedHeaders:KnownProxies"),
        new("ForwardedHeaders:KnownNetworks"),
        new("ForwardedHeaders:Limit"),
        new("Https:RedirectPort"),
        new("SecurityHeaders:StrictTransportSecurity"),
        new("SecurityHeaders:XssProtection"),
    ];

    /// <summary>The sections that they are in. ConnectionStrings belongs to others too.</summary>
    public static IReadOnlyList<string> Sections { get; } =
        [.. All.Select(name => name.parts[0]).Where(section => section != "ConnectionStrings").Distinct(StringComparer.Ordinal)];

    /// <summary>As in environment variables and messages: <c>Auth__Issuer</c>.</summary>
    public static string Shown(string key) => key.Replace(ConfigurationPath.KeyDelimiter, "__", StringComparison.Ordinal);

    /// <summary>Whether a key names a file that has a value, and then the key of the value.</summary>
    public static bool IsFile(string key, out string value)
    {
        var isFile = key.EndsWith(File, StringComparison.OrdinalIgnoreCase);
        value = isFile ? key[..^File.Length] : key;
        return isFile;
    }

    /// <summary>Whether a key is one of this name.</summary>
    public bool Matches(string key)
    {
        var other = key.Split(ConfigurationPath.KeyDelimiter);
        return other.Length == parts.Length && parts.Zip(other).All(pair => pair.First == Any || string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>This name with what the operator has named in another key.</summary>
    public string With(string key)
    {
        var other = key.Split(ConfigurationPath.KeyDelimiter);
        return string.Join(ConfigurationPath.KeyDelimiter, parts.Select((part, index) => part == Any && index < other.Length ? other[index] : part));
    }
}
