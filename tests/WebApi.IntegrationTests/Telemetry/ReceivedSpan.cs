namespace CleanApi.WebApi.IntegrationTests.Telemetry;

/// <summary>A span as it arrived.</summary>
/// <param name="Scope">Who made it.</param>
/// <param name="Trace">The trace's id.</param>
/// <param name="Id">Its own id.</param>
/// <param name="Parent">Its parent's id; empty: none.</param>
/// <param name="Name">What it is.</param>
/// <param name="Content">All of it as text.</param>
internal sealed record ReceivedSpan(string Scope, string Trace, string Id, string Parent, string Name, string Content);
