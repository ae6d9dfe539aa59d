using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Application.Common.Services;

/// <summary>
/// A service of a module, or the implementation of its contract: registered as itself and as every interface of Application that it implements. It joins
/// the caller's transaction and has no pipeline.
/// </summary>
/// <param name="lifetime">Transient, because a service has no state; a singleton only where making one costs.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class ServiceAttribute(ServiceLifetime lifetime = ServiceLifetime.Transient) : Attribute
{
    /// <summary>How long an instance lives.</summary>
    public ServiceLifetime Lifetime { get; } = lifetime;
}
