using System.Reflection;
using CleanApi.Application.Common.Behaviours;
using CleanApi.Application.Common.Telemetry;
using CleanApi.Infrastructure.Auditing;
using CleanApi.Infrastructure.Events;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Queue;
using CleanApi.Infrastructure.Settings;
using CleanApi.Infrastructure.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CleanApi.Infrastructure.Telemetry;

/// <summary>Registers traces, metrics and logs.</summary>
internal static class DependencyInjection
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Sends traces, metrics and logs where OpenTelemetry's own settings say. Without an endpoint nothing is registered, and nothing listens.</summary>
    /// <exception cref="StartException">The endpoint is no address.</exception>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[Endpoint]))
        {
            return services;
        }

        RequireAddress(configuration[Endpoint]);
        // OpenTelemetry's default also takes up baggage, and writes both into requests itself, past the propagator of a client's handler.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        services.AddOpenTelemetry()
            // The environment comes last: OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES hold.
            .ConfigureResource(resource => resource.Clear().AddService("cleanapi", serviceVersion: Version()).AddTelemetrySdk().AddEnvironmentVariableDetector())
            .WithTracing(traces => traces
                .AddSource(ApplicationTelemetry.Name)
                .AddAspNetCoreInstrumentation(options => options.Filter = context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
                .AddHttpClientInstrumentation()
                .AddNpgsql())
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                // The names that are looked up are customers' too.
                .AddView("dns.lookup.duration", new MetricStreamConfiguration { TagKeys = ["error.type"] })
                .AddRuntimeInstrumentation()
                .AddNpgsqlInstrumentation()
                .AddMeter("Polly")
                .AddMeter(MetricNames.Meter)
                .AddInstrumentation(provider => provider.GetRequiredService<QueueGauges>())
                .AddInstrumentation(provider => provider.GetRequiredService<OrphanGauge>())
                .AddInstrumentation(provider => provider.GetRequiredService<WebhookGauge>())
                .AddInstrumentation(provider => provider.GetRequiredService<AuditGauge>())
                .AddInstrumentation(provider => provider.GetRequiredService<LiveCallerMeter>()))
            // A log provider like any other: what it gets has passed SafeLoggerFactory.
            .WithLogging(logs => logs.AddProcessor(new ClientAddressRemoval()), options => options.IncludeFormattedMessage = true)
            .UseOtlpExporter();
        return services;
    }

    private static void RequireAddress(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new StartException($"{Endpoint} has to be an http or https address: http://127.0.0.1:4317.");
        }
    }

    private static string? Version() =>
        typeof(DependencyInjection).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}
