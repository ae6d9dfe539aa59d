using CleanApi.Infrastructure.Access;
using CleanApi.Infrastructure.Outbound;
using CleanApi.Infrastructure.Time;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>The whole API on a free loopback port, with its own database.</summary>
public sealed class ApiFactory : WebApplicationFactory<Program>
{
    // Everybody signs in, and none of these tests is about what a hash costs: PasswordHasherTests are.
    private const int PasswordMemoryKiB = 64;

    /// <summary>The public address of every API, unless its settings say otherwise: nobody listens there.</summary>
    public const string Issuer = "http://127.0.0.1:5080";

    private readonly string connectionString;
    private readonly string environment;
    private readonly TimeProvider clock;
    private readonly Action<IServiceCollection>? configure;
    private readonly IReadOnlyDictionary<string, string>? settings;

    /// <summary>Creates an API with the database.</summary>
    public ApiFactory(
        string connectionString, string environment, TimeProvider clock, Action<IServiceCollection>? configure = null,
        IReadOnlyDictionary<string, string>? settings = null, int port = 0, string? mailDirectory = null)
    {
        (this.connectionString, this.environment, this.clock, this.configure, this.settings) = (connectionString, environment, clock, configure, settings);
        MailDirectory = mailDirectory ?? Path.Combine(Path.GetTempPath(), "cleanapi-mail-" + Guid.NewGuid().ToString("N"));
        UseKestrel(port);
    }

    /// <summary>The directory of sent mails.</summary>
    public string MailDirectory { get; }

    /// <summary>The directory of the files that are uploaded.</summary>
    public string FileDirectory { get; } = Path.Combine(Path.GetTempPath(), "cleanapi-files-" + Guid.NewGuid().ToString("N"));

    /// <summary>The API's log.</summary>
    public LogRecorder Logs { get; } = new();

    /// <summary>
    /// A clock that a test moves on, together with the program's timers. It begins at the real time, which browsers and other providers have too; each reading
    /// is a millisecond later than the one before, so that what happens in order has times in order.
    /// </summary>
    public static FakeTimeProvider CreateClock() =>
        new(new MillisecondClock(TimeProvider.System).GetUtcNow()) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseSetting("ConnectionStrings:CleanApi", connectionString);
        builder.UseSetting("Auth:KeyEncryptionKey", TestCluster.KeyEncryptionKey);
        builder.UseSetting("Auth:Issuer", Issuer);
        builder.UseSetting("AllowedHosts", "*");
        builder.UseSetting("Email:Directory", MailDirectory);
        builder.UseSetting("Storage:Root", FileDirectory);
        // Tests send more than people do, all from one network.
        builder.UseSetting("RateLimiting:Enabled", "false");
        builder.UseSetting("Shutdown:DrainSeconds", "0");
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton(clock));
            services.Replace(ServiceDescriptor.Singleton<IPasswordAlgorithm>(new PasswordAlgorithm(PasswordMemoryKiB)));
            services.Replace(ServiceDescriptor.Singleton<IHostResolver>(new TestResolver()));
            services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(Logs);
            configure?.Invoke(services);
        });
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var directory in new[] { MailDirectory, FileDirectory }.Where(Directory.Exists))
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
