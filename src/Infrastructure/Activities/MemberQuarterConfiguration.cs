using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanApi.Infrastructure.Activities;

internal sealed class MemberQuarterConfiguration : IEntityTypeConfiguration<MemberQuarter>
{
    public void Configure(EntityTypeBuilder<MemberQuarter> builder) => builder.HasKey(counted => new { counted.OrganizationId, counted.Quarter, counted.UserId });
}
