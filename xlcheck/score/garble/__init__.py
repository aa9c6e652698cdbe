"""Broken machine translation: visible signs in a sentence, added up to a probability, for sentences and articles."""

from xlcheck.score.garble.hints import ArticleHints
from xlcheck.score.garble.judge import judge_article, judge_sentence

__all__ = ["ArticleHints", "judge_article", "judge_sentence"]
