using CleanApi.Domain.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanApi.Infrastructure.Webhooks;

internal sealed class WebhookEndpointConfiguration : IEntityTypeConfiguration<WebhookEndpoint>
{
    private const char Separator = ' ';

    public void Configure(EntityTypeBuilder<WebhookEndpoint> builder)
    {
        builder.Property(endpoint => endpoint.EventTypes).HasConversion(
            types => string.Join(Separator, types),
            text => Read(text),
            // A list is replaced, never changed.
            new ValueComparer<IReadOnlyList<string>>((one, other) => ReferenceEquals(one, other), types => types.Count));
        builder.HasMany<WebhookDelivery>().WithOne().HasForeignKey(delivery => delivery.EndpointId);
    }

    private static string[] Read(string text) => text.Split(Separator, StringSplitOptions.RemoveEmptyEntries);
}
