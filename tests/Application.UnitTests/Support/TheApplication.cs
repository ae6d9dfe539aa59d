using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CleanApi.Application.UnitTests.Support;

/// <summary>The application as <c>AddApplication</c> registers it, once a process: Mapster's configuration is global.</summary>
internal static class TheApplication
{
    private static readonly Lazy<IServiceCollection> Registered = new(() => new ServiceCollection().AddLogging().AddApplication());

    /// <summary>Its registrations, to add substitutes to.</summary>
    public static IServiceCollection Services() => new ServiceCollection().Add(Registered.Value);

    /// <summary>Sets up its mappings.</summary>
    public static void Configure() => _ = Registered.Value;
}
