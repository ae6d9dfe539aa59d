namespace CleanApi.Infrastructure.Outbound;

/// <summary>This service does not connect there. Neither the address nor what it resolves to is told: it would map the network.</summary>
internal sealed class OutboundRefusedException() : IOException("This address is none that the service connects to.");
