namespace CleanApi.Application.UnitTests.Paging;

/// <summary>Another list that takes the same.</summary>
internal sealed record OtherList(string? Role = null, params string[] Words) : TestList(Role, Words);
