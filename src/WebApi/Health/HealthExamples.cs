using CleanApi.WebApi.OpenApi;

namespace CleanApi.WebApi.Health;

/// <summary>What health answers look like.</summary>
internal sealed class HealthExamples : IExamples
{
    public IEnumerable<object> Values => [new HealthResponse("ok")];
}
