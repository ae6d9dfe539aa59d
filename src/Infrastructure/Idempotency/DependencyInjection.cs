using CleanApi.Application.Common.Idempotency;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Idempotency;

/// <summary>Registers the stored answers to requests with an idempotency key.</summary>
internal static class DependencyInjection
{
    /// <summary>Adds what stands behind <see cref="IIdempotentAnswers"/>.</summary>
    public static IServiceCollection AddIdempotency(this IServiceCollection services)
    {
        services.AddSingleton<AnswerSeal>();
        services.AddScoped<IdempotentAnswers>();
        services.AddScoped<IIdempotentAnswers>(provider => provider.GetRequiredService<IdempotentAnswers>());
        return services.AddHostedService<IdempotencyHousekeeping>();
    }
}
