using CleanApi.Application.Activities;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Invitations;
using CleanApi.Application.Organizations;
using CleanApi.Application.Users;
using CleanApi.Infrastructure.Access;
using CleanApi.Infrastructure.Activities;
using CleanApi.Infrastructure.Auditing;
using CleanApi.Infrastructure.Broker;
using CleanApi.Infrastructure.Demo;
using CleanApi.Infrastructure.Events;
using CleanApi.Infrastructure.Health;
using CleanApi.Infrastructure.Idempotency;
using CleanApi.Infrastructure.Invitations;
using CleanApi.Infrastructure.Mail;
using CleanApi.Infrastructure.Organizations;
using CleanApi.Infrastructure.Outbound;
using CleanApi.Infrastructure.Persistence.Interceptors;
using CleanApi.Infrastructure.EmbeddedPostgres;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.RateLimits;
using CleanApi.Infrastructure.Telemetry;
using CleanApi.Infrastructure.Time;
using CleanApi.Infrastructure.Users;
using CleanApi.Infrastructure.Webhooks;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure;

/// <summary>Registers the implementations of the application's ports.</summary>
public static class DependencyInjection
{
    /// <summary>Adds the database and each module's adapters. The host must register a scoped <see cref="ICallerContext"/>.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<TimeProvider>(new MillisecondClock(TimeProvider.System));
        services.AddSingleton(DatabaseOptions.From(configuration));
        services.AddSingleton<Database>();
        services.AddHostedService<DatabaseStartup>();
        services.AddHostedService<ClusterWatch>();
        services.AddHealth();
        services.AddPersistence(configuration);
        services.AddRateLimitStore(configuration);
        services.AddEvents(configuration);
        services.AddBroker(configuration);
        services.AddMail(configuration);
        services.AddIdempotency();
        services.AddOutbound(configuration);
        services.AddWebhooks(configuration);
        services.AddTelemetry(configuration);
        services.AddScoped<IInvitationStore, InvitationStore>();
        services.AddScoped<IUserStore, UserStore>();
        services.AddScoped<IOrganizationStore, OrganizationStore>();
        services.AddScoped<IActivityStore, ActivityStore>();
        services.AddSingleton<ActivityRebuild>();
        return services.AddAccess(configuration);
    }

    /// <summary>Seeds the demo organizations. For Development.</summary>
    public static IServiceCollection AddDemoData(this IServiceCollection services) => services.AddHostedService<DemoData>();

    /// <summary>Refuses to start over the demo organizations. For everywhere but Development.</summary>
    public static IServiceCollection RefuseDemoData(this IServiceCollection services) => services.AddHostedService<DemoDataCheck>();

    private static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseHealthCheck>();
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database");
        services.AddSingleton<IHealthCheckPublisher, HealthLog>();
        services.Configure<HealthCheckPublisherOptions>(options => options.Period = TimeSpan.FromSeconds(5));
        // The framework logs a failed check each time that somebody asks, with its stack.
        services.AddLogging(logging => logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None));
    }

    private static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(SlowQuerySettings.Read(configuration));
        services.AddSingleton<SlowQueryLog>();
        services.AddPooledDbContextFactory<CleanApiDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<Database>().Application)
            .AddInterceptors(provider.GetRequiredService<SlowQueryLog>(), new TenantInterceptor(provider.GetRequiredService<TimeProvider>()), new TenantSaveGuard())
            // What fails here is often the client's doing, and is logged once, by the request or the service that asked, at the right level.
            .ConfigureWarnings(warnings => warnings.Log(
                (RelationalEventId.CommandError, LogLevel.Debug), (RelationalEventId.ConnectionError, LogLevel.Debug),
                (RelationalEventId.TransactionError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug),
                (CoreEventId.QueryIterationFailed, LogLevel.Debug)))
            // A context is used by one request only; the checks cost on every call.
            .EnableThreadSafetyChecks(false));
        services.AddSingleton<DbContextLease>();
        services.AddScoped(provider => provider.GetRequiredService<DbContextLease>().Rent(provider.GetRequiredService<ICallerContext>()));
        services.AddTransient(typeof(IRepository<>), typeof(Repository<>));
        services.AddTransient(typeof(IReadRepository<>), typeof(ReadRepository<>));
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddSingleton<IExceptionTranslator, ExceptionTranslator>();
        services.AddSingleton<RefusalLimit>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<IAuditTrail>(provider => provider.GetRequiredService<AuditTrail>());
        services.AddTransient<ICallerCheck, CallerCheck>();
        services.AddSingleton(LiveCallerSettings.Read(configuration));
        services.AddSingleton<LiveCallers>();
        services.AddSingleton<LiveCallerMeter>();
        services.AddSingleton<ILiveCallers>(provider => provider.GetRequiredService<LiveCallers>());
        services.AddHostedService(provider => provider.GetRequiredService<LiveCallers>());
        return services;
    }
}
