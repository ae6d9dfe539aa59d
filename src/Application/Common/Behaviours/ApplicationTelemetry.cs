using System.Diagnostics;

namespace CleanApi.Application.Common.Behaviours;

/// <summary>The activity source for tracing.</summary>
public static class ApplicationTelemetry
{
    /// <summary>The source's name.</summary>
    public const string Name = "CleanApi.Application";

    internal static readonly ActivitySource Source = new(Name);
}
