using System.ComponentModel.DataAnnotations;

namespace CleanApi.WebApi.Health;

/// <summary>How the service is.</summary>
/// <param name="Status">Always <c>ok</c>: anything else is an error.</param>
public sealed record HealthResponse([property: AllowedValues("ok")] string Status);
